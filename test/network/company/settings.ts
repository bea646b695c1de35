import type { EgressPolicy } from "../../../src/model/installation.ts";
import { instanceFiles } from "./instance.ts";
import type { Files } from "./machine.ts";
import { GHE_NAME, MACHINES, type MachineName, REGION, SERVICES_NAME } from "./places.ts";

/** The proxy as settings name it. */
export const PROXY = `http://${MACHINES.proxy}:3128`;

const S3_HOSTS = ["s3.amazonaws.com", `s3.${REGION}.amazonaws.com`];

/** Hosts that no proxy is for. */
export function bypassed(egress: EgressPolicy): readonly string[] {
  const internal = [
    "169.254.169.254",
    MACHINES.services,
    SERVICES_NAME,
    "127.0.0.1",
    "localhost",
    "172.17.0.1",
    GHE_NAME,
    MACHINES["nomad-client"],
  ];
  return egress === "standard" ? [...internal, ...S3_HOSTS] : internal;
}

/** Both spellings of all three variables, as NAME="VALUE". */
export function variables(egress: EgressPolicy, proxy = PROXY): readonly string[] {
  const list = bypassed(egress).join();
  const of = (name: string, value: string) => [`${name}="${value}"`, `${name.toUpperCase()}="${value}"`];
  return [...of("http_proxy", proxy), ...of("https_proxy", proxy), ...of("no_proxy", list)];
}

/** What a JVM is to be started with. */
export function jvmOptions(egress: EgressPolicy, port = "3128"): string {
  const patterns = bypassed(egress).flatMap((host) =>
    S3_HOSTS.includes(host) ? [host, `*.${host}`] : [host],
  );
  const proxy = ["http", "https"].flatMap((scheme) => [
    `-D${scheme}.proxyHost=${MACHINES.proxy}`,
    `-D${scheme}.proxyPort=${port}`,
  ]);
  return [...proxy, `-Dhttp.nonProxyHosts=${patterns.join("|")}`].join(" ");
}

/** A drop-in for a unit. */
export function dropIn(egress: EgressPolicy): string {
  const upper = variables(egress).filter((each) => /^[A-Z]/.test(each));
  return `[Service]\n${upper.map((each) => `Environment="${each.replaceAll('"', "")}"\n`).join("")}`;
}

export const ENVIRONMENT = "/etc/environment";
export const CUSTOMIZATIONS = "/etc/circle-installation-customizations";
export const REPLICATED_CONF = "/etc/replicated.conf";
export const REPLICATED_DEFAULTS = "/etc/default/replicated";
export const DOCKER_DROP_IN = "/etc/systemd/system/docker.service.d/http-proxy.conf";
export const NOMAD_DROP_IN = "/etc/systemd/system/nomad.service.d/http-proxy.conf";

const lines = (...all: readonly string[]) => all.map((line) => `${line}\n`).join("");

/** Settings of each machine as they should be (domain-facts 4). */
const SETTINGS: { readonly [M in MachineName]: (egress: EgressPolicy) => Files } = {
  services: (egress) => ({
    [ENVIRONMENT]: lines(...variables(egress)),
    [CUSTOMIZATIONS]: lines(
      ...variables(egress).map((each) => `export ${each}`),
      `export JVM_OPTS="${jvmOptions(egress)}"`,
    ),
    [REPLICATED_CONF]: lines(`{"HttpProxy": "${PROXY}"}`),
    [REPLICATED_DEFAULTS]: lines(
      `REPLICATED_OPTS="-e HTTP_PROXY=${PROXY} -e HTTPS_PROXY=${PROXY} -e NO_PROXY=${bypassed(egress).join()}"`,
    ),
    [DOCKER_DROP_IN]: dropIn(egress),
  }),
  "nomad-client": (egress) => ({
    [ENVIRONMENT]: lines(...variables(egress), `JVM_OPTS="${jvmOptions(egress)}"`),
    [DOCKER_DROP_IN]: dropIn(egress),
    [NOMAD_DROP_IN]: dropIn(egress),
    "/etc/nomad/config.hcl": lines(
      `client {\n  enabled = true\n  servers = ["${MACHINES.services}:4647"]\n}`,
    ),
  }),
  laptop: (egress) => ({ [ENVIRONMENT]: lines(...variables(egress)) }),
  ghe: () => ({}),
  proxy: () => ({}),
};

/** All that is on a healthy machine. */
export function healthyFiles(machine: MachineName, egress: EgressPolicy): Files {
  return { ...instanceFiles(machine), ...SETTINGS[machine](egress) };
}

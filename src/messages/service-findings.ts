import type { FindingArgs } from "../model/finding.ts";
import { theComponents } from "./components.ts";
import type { FindingWords } from "./finding-words.ts";
import { listed, sentences } from "./phrases.ts";
import { theSettings } from "./setting-places.ts";

/** A replicated.conf of which Replicated, or its installer, makes nothing. */
export function replicatedConfInvalid(args: FindingArgs["replicated-conf-invalid"]): FindingWords {
  const { path, line, why } = args;
  if (why === "not-on-one-line") {
    return {
      what: `${path}:${line} has "HttpProxy" and its value on different lines, so Replicated's installer finds no proxy.`,
      why: "The installer looks for key and value with grep, line by line; the daemon itself would read the file.",
      remedy: `Write key and value on one line: {"HttpProxy": "http://HOST:PORT"}.`,
    };
  }
  return {
    what: `${path} is not valid JSON at line ${line}, so Replicated takes nothing from it.`,
    why: "Replicated reads one JSON object with keys and texts in double quotes; an error anywhere spoils the whole file.",
    remedy: `Write {"HttpProxy": "http://HOST:PORT"} and nothing else: no label, no comment, no comma at the end.`,
  };
}

/** A replicated.conf that comes too late. */
export function replicatedConfWithoutEffect({
  places,
}: FindingArgs["replicated-conf-without-effect"]): FindingWords {
  const [{ value, source } = { value: "", source: "" }] = places;
  return {
    what: `HttpProxy (${source}) names ${value}, and Replicated, which is installed already, does not read it any more.`,
    why: "Replicated reads this file on its first start only, before a licence is installed; its containers are given another proxy, or none.",
    remedy: `Run replicatedctl params set HttpProxy --value ${value}, give the containers the same in /etc/default/replicated (-e HTTP_PROXY=${value} -e HTTPS_PROXY=${value}), then run sudo systemctl restart replicated replicated-ui replicated-operator.`,
  };
}

/** A Docker daemon that is left out. */
export function dockerDaemonWithoutProxy({
  places,
}: FindingArgs["docker-daemon-without-proxy"]): FindingWords {
  return {
    what: `The Docker daemon is given no proxy, though ${theSettings(places)} ${places.length === 1 ? "names" : "name"} one.`,
    why: sentences(
      "The daemon has the environment that systemd gives it, and from Docker 23 daemon.json; it reads none of these settings",
      "where only the proxy leads out, every image pull times out, whatever curl on the same machine can do",
    ),
    remedy:
      'Put Environment="HTTP_PROXY=http://HOST:PORT" "HTTPS_PROXY=http://HOST:PORT" "NO_PROXY=…" under [Service] in /etc/systemd/system/docker.service.d/http-proxy.conf, then run sudo systemctl daemon-reload and sudo systemctl restart docker.',
  };
}

/** A file that the service for which it was written does not read. */
export function ignoredSettingsFile(args: FindingArgs["ignored-settings-file"]): FindingWords {
  const { path, components, places } = args;
  const unit = path === "/etc/default/docker" ? "docker" : "nomad";
  return {
    what: `${theSettings(places)} ${places.length === 1 ? "names" : "name"} a proxy that does not reach ${theComponents(components)}.`,
    why:
      path === "/etc/default/docker"
        ? "Only the init scripts of Ubuntu 14.04 read this file; systemd's docker.service does not."
        : "Logins read this file; what systemd starts, and what that starts in turn, does not.",
    remedy: `Put the same variables, each as Environment="NAME=value" under [Service], in /etc/systemd/system/${unit}.service.d/http-proxy.conf, with per cent signs doubled and without export; then run sudo systemctl daemon-reload and sudo systemctl restart ${unit}.`,
  };
}

/** A daemon that has outlived its settings. */
export function staleProcess(args: FindingArgs["stale-process"]): FindingWords {
  const { program, pids, differences, restart } = args;
  const processes = pids.length === 1 ? `process ${pids[0]}` : `processes ${listed(pids.map(String))}`;
  return {
    what: `${program} (${processes}) still runs with other proxy settings than its files give it.`,
    why: sentences(
      differences.map(difference).join("; "),
      "A process keeps the environment that it was started with",
    ),
    remedy: `Restart it: ${restart.join("; ")}.`,
  };
}

function difference({ name, running, files }: FindingArgs["stale-process"]["differences"][number]): string {
  const runs = running === undefined ? `it runs without ${name}` : `it runs with ${name}=${running}`;
  return `${runs}, and the files ${files === undefined ? "do not set it" : `give ${files}`}`;
}

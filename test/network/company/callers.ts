import type { ComponentId } from "../../../src/model/component.ts";
import { environmentOfUnit, type Unit } from "./daemons.ts";
import type { Machine } from "./machine.ts";

/** The test's own programs, where every machine finds them. */
export type Drivers = { readonly go: string; readonly classes: string };

/** Makes one call, with the environment that a new login or a restarted service gets. */
export type Caller = (machine: Machine, url: string, drivers: Drivers) => Promise<unknown>;

const PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** Of one call, in seconds. */
const PATIENCE = "5";

/** Of the console's certificate, which Replicated has signed itself, nobody asks more. */
const curl: Caller = ({ login }, url) => {
  const leniency = new URL(url).port === "8800" ? ["--insecure"] : [];
  return login(["curl", "--silent", ...leniency, "--output", "/dev/null", "--max-time", PATIENCE, url]);
};

const aws: Caller = ({ login }, url) => {
  const bucket = new URL(url).hostname.split(".")[0] ?? "";
  const patience = ["--cli-connect-timeout", PATIENCE, "--cli-read-timeout", PATIENCE];
  const environment = ["AWS_MAX_ATTEMPTS=1", "AWS_DEFAULT_REGION=us-east-1", "AWS_PAGER="];
  return login(["env", ...environment, "aws", ...patience, "s3api", "head-bucket", "--bucket", bucket]);
};

const apt: Caller = ({ login }, url) =>
  login([
    "/usr/lib/apt/apt-helper",
    "-o",
    `Acquire::http::Timeout=${PATIENCE}`,
    "-o",
    "Acquire::Retries=0",
    "download-file",
    url,
    "/tmp/of-apt",
  ]);

/** A Go program with what systemd gives a unit. */
const service =
  (unit: Unit): Caller =>
  async ({ space }, url, { go }) =>
    space.run(["env", "-i", PATH, ...(await environmentOfUnit(space, unit)), go, url]);

/** A program started by a script, in an environment that holds nothing else. */
const script =
  (commands: (drivers: Drivers) => string): Caller =>
  ({ space }, url, drivers) =>
    space.run(["env", "-i", PATH, "sh", "-c", commands(drivers), "sh", url]);

const CUSTOMIZED = ". /etc/circle-installation-customizations";
/** A container's start script, which has the options of its JVM from its environment. */
const java = ({ classes }: Drivers) =>
  `exec sh -c 'exec java -XX:TieredStopAtLevel=1 $JVM_OPTS -cp ${classes} Service "$0"' "$1"`;

/**
 * The parameter that Replicated begins with, then what docker is given in REPLICATED_OPTS, which systemd passes on in
 * words; `-e NAME=VALUE` is a variable of the container.
 */
const REPLICATED = `proxy=$(sed -n 's/.*"HttpProxy": *"\\([^"]*\\)".*/\\1/p' /etc/replicated.conf)
[ -z "$proxy" ] || export HTTP_PROXY="$proxy" HTTPS_PROXY="$proxy"
[ ! -e /etc/default/replicated ] || . /etc/default/replicated
set -- "$1" $REPLICATED_OPTS
url=$1; shift
while [ $# -gt 0 ]; do [ "$1" = -e ] && export "$2" && shift; shift; done`;

/** The real program that stands for each component, started as that component is. */
export const CALLERS = {
  "shell-commands": curl,
  "aws-commands": aws,
  apt,
  "docker-daemon": service("docker"),
  "build-agent": service("nomad"),
  replicated: script(({ go }) => `${REPLICATED}\nexec ${go} "$url"`),
  "service-containers": script(({ go }) => `${CUSTOMIZED}; exec ${go} "$1"`),
  "jvm-services": script((drivers) => `${CUSTOMIZED}; ${java(drivers)}`),
  "nomad-client-jvm": script((drivers) => `set -a; . /etc/environment; ${java(drivers)}`),
} as const satisfies { readonly [C in ComponentId]?: Caller };

export type CallerName = keyof typeof CALLERS;

import { componentsOf } from "../decide/components.ts";
import type { ComponentId } from "../model/component.ts";
import type { Role } from "../model/installation.ts";
import { aptProxies } from "./forms/apt.ts";
import { dockerConfig } from "./forms/docker.ts";
import { jvmComment, jvmOptionsVariable } from "./forms/jvm.ts";
import { containerOptions, replicatedConfFile } from "./forms/replicated.ts";
import { etcEnvironmentFile, sourcedFile } from "./forms/shell.ts";
import { dropIn } from "./forms/systemd.ts";
import type { Assigned } from "./proxy-settings.ts";
import type { Recipe } from "./recipe.ts";

const ENVIRONMENT = "/etc/environment";
const CUSTOMIZATIONS = "/etc/circle-installation-customizations";
const SOURCED = "CircleCI's start scripts source this file before they start the services' containers.";
const LOGINS = "Logins read this file (pam_env), and scripts that source it. Add it to what stands there.";
const NO_RESTART = "Nothing to restart: it is read each time.";

/** Logins of a machine without a JVM of CircleCI's. */
function loginFile(role: Role): Recipe {
  return {
    form: "shell",
    path: ENVIRONMENT,
    readBy: LOGINS,
    restart: restartOf(role, "shell-commands"),
    write: ({ variables }, comment) => etcEnvironmentFile(variables, comment),
    atFirstStart: "appended",
  };
}

const APT: Recipe = {
  form: "apt",
  path: "/etc/apt/apt.conf.d/95proxy",
  readBy: "apt reads this file, whatever its environment.",
  restart: NO_RESTART,
  write: aptProxies,
};

const DOCKER_COMMAND: Recipe = {
  form: "docker",
  path: "/root/.docker/config.json",
  readBy:
    "The docker command gives this to the containers that root runs and builds. Each user has such a file: put this into it.",
  restart: NO_RESTART,
  write: dockerConfig,
};

function dropInOf(unit: string, readBy: string, role: Role, component: ComponentId): Recipe {
  return {
    form: "systemd",
    path: `/etc/systemd/system/${unit}.service.d/http-proxy.conf`,
    readBy,
    restart: restartOf(role, component),
    write: dropIn,
  };
}

const DAEMON = "systemd gives this to the Docker daemon, which pulls images.";

const SERVICES: readonly Recipe[] = [
  loginFile("services"),
  {
    form: "shell",
    path: CUSTOMIZATIONS,
    readBy: SOURCED,
    restart: restartOf("services", "service-containers"),
    write: (settings, comment) =>
      sourcedFile(
        [...settings.variables, jvmOptionsVariable(settings)],
        [...comment, ...jvmComment(settings)],
      ),
  },
  {
    form: "shell",
    path: "/etc/circleconfig/schedulerer/customizations",
    readBy: "The schedulerer gives this to the containers of jobs, from CircleCI Server 2.19.02.",
    restart: "Then: restart CircleCI in the console on port 8800.",
    write: ({ url, variables }, comment) =>
      sourcedFile([...forJobs(url), ...variables.filter(([name]) => /^no_proxy$/i.test(name))], comment),
  },
  dropInOf("docker", DAEMON, "services", "docker-daemon"),
  DOCKER_COMMAND,
  APT,
  {
    form: "jvm",
    path: CUSTOMIZATIONS,
    readBy: SOURCED,
    restart: restartOf("services", "jvm-services"),
    write: (settings, comment) =>
      sourcedFile([jvmOptionsVariable(settings)], [...comment, ...jvmComment(settings)]),
  },
  {
    form: "replicated",
    path: "/etc/replicated.conf",
    readBy: "Replicated and its installer read this file until a licence is installed.",
    restart:
      "Before the install nothing is to be restarted; after it: replicatedctl params set HttpProxy --value URL",
    write: replicatedConfFile,
  },
  containerOptionsOf("replicated", "REPLICATED_OPTS"),
  containerOptionsOf("replicated-operator", "REPLICATED_OPERATOR_OPTS"),
];

const NOMAD_CLIENT: readonly Recipe[] = [
  {
    ...loginFile("nomad-client"),
    write: (settings, comment) =>
      etcEnvironmentFile(
        [...settings.variables, jvmOptionsVariable(settings)],
        [...comment, ...jvmComment(settings)],
      ),
  },
  dropInOf("docker", DAEMON, "nomad-client", "docker-daemon"),
  dropInOf(
    "nomad",
    "systemd gives this to the Nomad agent, and the agent to the build agent.",
    "nomad-client",
    "build-agent",
  ),
  DOCKER_COMMAND,
  APT,
  {
    form: "jvm",
    path: ENVIRONMENT,
    readBy: "CircleCI's JVM on a Nomad client is given this by scripts that source the file.",
    restart: restartOf("nomad-client", "nomad-client-jvm"),
    write: (settings, comment) =>
      etcEnvironmentFile([jvmOptionsVariable(settings)], [...comment, ...jvmComment(settings)]),
    atFirstStart: "appended",
  },
];

/**
 * Which files give a machine of each role its proxy: those that its components read (`src/decide/components.ts`), and
 * what passes the proxy on to containers. Of two for one path the first holds all of the second.
 */
export const RECIPES: Readonly<Record<Role, readonly Recipe[]>> = {
  services: SERVICES,
  "nomad-client": NOMAD_CLIENT,
  workstation: [loginFile("workstation")],
};

function containerOptionsOf(service: string, variable: string): Recipe {
  return {
    form: "replicated",
    path: `/etc/default/${service}`,
    readBy: `docker gives this to Replicated's containers. Put it into the ${variable} that the installer has written; before the install, let there be no such file (/etc/sysconfig on Red Hat systems).`,
    restart: restartOf("services", "replicated"),
    write: containerOptions(variable),
    // The installer leaves out its own options, the daemon's token too, where it finds some (its `build_replicated_opts`).
    atFirstStart: "left-out",
  };
}

/** What the schedulerer passes on (domain-facts 4.5). */
function forJobs(url: string): readonly Assigned[] {
  return [
    ["DOCKER_HTTP_PROXY", url],
    ["DOCKER_HTTPS_PROXY", url],
  ];
}

/** What makes a component read its settings again. */
function restartOf(role: Role, id: ComponentId): string {
  const component = componentsOf(role).find((each) => each.id === id);
  if (component === undefined) throw new Error(`a machine of role ${role} has no ${id}`);
  return `Then: ${component.restart.join(" && ")}`;
}

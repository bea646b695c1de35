import type { Component, ComponentId } from "../model/component.ts";
import type { Role } from "../model/installation.ts";
import type { ProgramVersions } from "../model/program.ts";
import type { OwnTarget } from "../model/target.ts";
import {
  aptConf,
  customizations,
  docker,
  file,
  login,
  replicated,
  sourcedEnvironment,
  unit,
} from "./views.ts";

const AWS = ["s3", "ec2-api"];
const GHE = ["github-enterprise/web", "github-enterprise/api"];
const LOOPBACK = ["internal/loopback", "internal/localhost"];

const AGAIN = ["log out and in again"];
const RESTARTED = {
  replicated: ["sudo systemctl restart replicated replicated-ui replicated-operator"],
  docker: ["sudo systemctl daemon-reload", "sudo systemctl restart docker"],
  nomad: ["sudo systemctl daemon-reload", "sudo systemctl restart nomad"],
};

/** Sees nothing: no setting for a proxy reaches it. */
const NOTHING = { client: "none", reads: [], restart: [] } as const;

/** A login shell's own commands; what they call differs by machine. */
const CURL = {
  client: "curl",
  program: "curl",
  reads: [...login, file("/root/.curlrc", "curlrc")],
  restart: AGAIN,
} as const;
const AWSCLI = { client: "botocore", program: "aws", reads: login, restart: AGAIN } as const;
const APT = {
  client: "apt",
  program: "apt",
  reads: [...login, ...aptConf],
  needs: ["package-mirrors"],
  restart: AGAIN,
} as const;

const JAVA = { client: "java", wrapper: "JVM_OPTS" } as const;

type Row = Omit<Component, "id">;
type Table = Readonly<Record<Role, { readonly [C in ComponentId]?: Row }>>;

/**
 * Which process reads which settings, after which loader, with which client, and needs which targets. The domain's
 * core: domain-facts 1.2 has the calls, 4.1 to 4.12 the files; `page` is the page that the product implements.
 */
const TABLE: Table = {
  services: {
    // The installer, user data and health checks: curl in a login shell (1.2, 4.3).
    "shell-commands": { ...CURL, needs: ["license-server/get", "ec2-metadata", ...LOOPBACK] },
    // awscli, which asks the metadata service for its credentials through whatever proxy it has (page: Overview; 4.10).
    "aws-commands": { ...AWSCLI, needs: [...AWS, "ec2-metadata"] },
    // The installer's packages (1.2, 4.11).
    apt: APT,
    // Three containers of Go programs, which call their daemon over Docker's bridge (1.2, 4.1, 4.2).
    replicated: {
      client: "go",
      reads: replicated,
      needs: [
        "license-server/api",
        "license-server/registry",
        "license-server/registry-data",
        "internal/docker-bridge",
      ],
      restart: RESTARTED.replicated,
    },
    // Pulls images; never sees a shell's environment (1.2, 4.7).
    "docker-daemon": {
      client: "go",
      program: "docker",
      reads: docker,
      needs: ["license-server/registry", "license-server/registry-data", "container-registries"],
      restart: RESTARTED.docker,
    },
    // Start scripts put JVM_OPTS on java's command line. The AWS SDK asks for metadata past any proxy (1.2, 4.10).
    "jvm-services": {
      ...JAVA,
      reads: [customizations],
      needs: [...AWS, ...GHE, "services-machine/web", "services-machine/vm-service", "nomad-clients"],
      restart: RESTARTED.replicated,
    },
    // The other services (1.2; page: "must pass the proxy settings to the container").
    "service-containers": {
      client: "go",
      reads: [customizations],
      needs: [...AWS, ...GHE, "services-machine/web", "services-machine/artifacts", "nomad-clients"],
      restart: RESTARTED.replicated,
    },
  },
  "nomad-client": {
    // User data and initialization scripts (1.2; page: "curl and awscli scripts").
    "shell-commands": { ...CURL, needs: ["ec2-metadata", "s3", ...LOOPBACK] },
    "aws-commands": { ...AWSCLI, needs: ["s3", "ec2-metadata"] },
    // User data's packages (1.2, 4.11).
    apt: APT,
    // Raw TCP to 4647, which cannot be proxied (1.2).
    "nomad-agent": { ...NOTHING, needs: ["services-machine/nomad"] },
    // Started by the Nomad agent, whose environment it inherits; gRPC to 8585 goes through HTTPS_PROXY too (1.2, 4.12).
    "build-agent": {
      client: "go",
      reads: [unit("nomad")],
      needs: [
        "services-machine/output-processor",
        "services-machine/vm-service",
        "services-machine/artifacts",
        "s3",
        "ec2-metadata",
        "nomad-clients",
      ],
      restart: RESTARTED.nomad,
    },
    // Sources /etc/environment under set -a (page: Nomad Client Configuration; 4.6).
    "nomad-client-jvm": {
      ...JAVA,
      reads: [sourcedEnvironment],
      needs: ["s3", ...GHE, "services-machine/web", "nomad-clients"],
      restart: ["sudo systemctl restart nomad"],
    },
    "docker-daemon": {
      client: "go",
      program: "docker",
      reads: docker,
      needs: ["container-registries"],
      restart: RESTARTED.docker,
    },
    // Git over SSH, which ignores HTTP proxies (1.2).
    "job-checkout": { ...NOTHING, needs: ["github-enterprise/ssh"] },
  },
  workstation: {
    // The administrator's own calls: the console, the web interface.
    "shell-commands": {
      client: "curl",
      program: "curl",
      reads: login,
      needs: ["services-machine/web", "services-machine/console", "github-enterprise/web"],
      restart: AGAIN,
    },
    "git-commands": {
      client: "git",
      program: "git",
      reads: [...login, file("/etc/gitconfig", "git-config"), file("/root/.gitconfig", "git-config")],
      needs: ["github-enterprise/web"],
      restart: AGAIN,
    },
  },
};

/** What calls targets of a person's own that are no HTTP; a machine without such targets has none of it. */
const RAW: Component = { id: "raw-connections", ...NOTHING, needs: [] };

/** Components that call a person's own targets too. Those that this machine does not have call nothing. */
export function withOwnCalls(
  components: readonly Component[],
  own: readonly OwnTarget[],
): readonly Component[] {
  return [...components, RAW]
    .map((component) => {
      const called = own.filter((each) => each.components.includes(component.id));
      return { ...component, needs: [...component.needs, ...called.map(({ target }) => target.id)] };
    })
    .filter(({ id, needs }) => id !== RAW.id || needs.length > 0);
}

/** The components of a machine of this role, each with its program's version where that is known. */
export function componentsOf(role: Role, versions: ProgramVersions = {}): readonly Component[] {
  const rows = Object.entries(TABLE[role]) as readonly [ComponentId, Row][];
  return rows.map(([id, row]) => {
    const version = row.program && versions[row.program];
    return version === undefined ? { id, ...row } : { id, ...row, version };
  });
}

import type { Component, SettingsView } from "../model/component.ts";
import type { Role } from "../model/installation.ts";
import type { ProgramVersions } from "../model/program.ts";

const environment: SettingsView = { from: "environment" };
const loginEnvironment: SettingsView = { from: "file", path: "/etc/environment", loader: "pam-env" };
const sourcedEnvironment: SettingsView = {
  from: "file",
  path: "/etc/environment",
  loader: "shell",
  exportsAll: true,
};
const customizations: SettingsView = {
  from: "file",
  path: "/etc/circle-installation-customizations",
  loader: "shell",
};
const replicatedConf: SettingsView = {
  from: "file",
  path: "/etc/replicated.conf",
  loader: "replicated-conf",
};
const replicatedOptions = (path: string): SettingsView => ({ from: "file", path, loader: "docker-options" });
const unit = (name: string): readonly SettingsView[] => [{ from: "unit", unit: `${name}.service` }];

const AWS = ["s3", "ec2-api"];
const GHE = ["github-enterprise/web", "github-enterprise/api"];
const ONCE_MORE = "log out and in again";

/** What runs on each kind of machine, what it reads, and what it calls (domain-facts 1.2, 4.1 to 4.8). */
const COMPONENTS: Readonly<Record<Role, readonly Component[]>> = {
  services: [
    {
      // The installer and whatever an administrator types: curl in a login shell.
      id: "shell-commands",
      client: "curl",
      program: "curl",
      reads: [loginEnvironment, environment],
      needs: ["license-server/get", "ec2-metadata"],
      restart: [ONCE_MORE],
    },
    {
      // A Go program in a container: the parameters of replicated.conf, then docker's -e options.
      id: "replicated",
      client: "go",
      reads: [
        replicatedConf,
        replicatedOptions("/etc/default/replicated"),
        replicatedOptions("/etc/sysconfig/replicated"),
      ],
      needs: ["license-server/api", "license-server/registry", "license-server/registry-data"],
      restart: ["sudo systemctl restart replicated replicated-ui replicated-operator"],
    },
    {
      // Reads what systemd gives it; never a shell's environment.
      id: "docker-daemon",
      client: "go",
      program: "docker",
      reads: unit("docker"),
      needs: ["license-server/registry", "license-server/registry-data"],
      restart: ["sudo systemctl daemon-reload", "sudo systemctl restart docker"],
    },
    {
      // Containers whose start scripts put JVM_OPTS on java's command line. Metadata is not among the
      // needs: the AWS SDK for Java asks for it past any proxy.
      id: "jvm-services",
      client: "java",
      reads: [customizations],
      wrapper: "JVM_OPTS",
      needs: [...AWS, ...GHE, "services-machine/web", "services-machine/vm-service"],
      restart: ["sudo systemctl restart replicated replicated-ui replicated-operator"],
    },
    {
      id: "service-containers",
      client: "go",
      reads: [customizations],
      needs: [...AWS, ...GHE, "services-machine/web", "services-machine/artifacts"],
      restart: ["sudo systemctl restart replicated replicated-ui replicated-operator"],
    },
  ],
  "nomad-client": [
    {
      // User data and init scripts: metadata and S3 by curl.
      id: "shell-commands",
      client: "curl",
      program: "curl",
      reads: [loginEnvironment, environment],
      needs: ["ec2-metadata", "s3"],
      restart: [ONCE_MORE],
    },
    { id: "nomad-agent", client: "none", reads: [], needs: ["services-machine/nomad"], restart: [] },
    {
      // Started by the Nomad agent, whose environment it inherits; gRPC to 8585 is sent through HTTPS_PROXY too.
      id: "build-agent",
      client: "go",
      reads: unit("nomad"),
      needs: [
        "services-machine/output-processor",
        "services-machine/vm-service",
        "services-machine/artifacts",
        "s3",
        "ec2-metadata",
      ],
      restart: ["sudo systemctl daemon-reload", "sudo systemctl restart nomad"],
    },
    {
      id: "nomad-client-jvm",
      client: "java",
      reads: [sourcedEnvironment],
      wrapper: "JVM_OPTS",
      needs: ["s3", ...GHE, "services-machine/web"],
      restart: ["sudo systemctl restart nomad"],
    },
    {
      id: "docker-daemon",
      client: "go",
      program: "docker",
      reads: unit("docker"),
      needs: ["container-registries"],
      restart: ["sudo systemctl daemon-reload", "sudo systemctl restart docker"],
    },
    { id: "job-checkout", client: "none", reads: [], needs: ["github-enterprise/ssh"], restart: [] },
  ],
  workstation: [
    {
      id: "shell-commands",
      client: "curl",
      program: "curl",
      reads: [loginEnvironment, environment],
      needs: ["services-machine/web", "services-machine/console", "github-enterprise/web"],
      restart: [ONCE_MORE],
    },
  ],
};

/** The components of a machine of this role, each with its program's version where that is known. */
export function componentsOf(role: Role, versions: ProgramVersions = {}): readonly Component[] {
  return COMPONENTS[role].map((component) => {
    const version = component.program && versions[component.program];
    return version === undefined ? component : { ...component, version };
  });
}

import type { ClientName } from "../model/client.ts";
import type { ComponentId } from "../model/component.ts";
import { listed } from "./phrases.ts";

/** A component's name alone, and as a sentence takes it. */
type ComponentWords = { readonly name: string; readonly phrase: string };

/** What administrators call each component (domain-facts 1.2). */
export const COMPONENTS: Readonly<Record<ComponentId, ComponentWords>> = {
  "shell-commands": { name: "shell commands", phrase: "commands in this shell" },
  "aws-commands": { name: "awscli", phrase: "awscli in this shell" },
  "git-commands": { name: "git", phrase: "git in this shell" },
  apt: { name: "apt", phrase: "apt" },
  replicated: { name: "Replicated", phrase: "Replicated" },
  "docker-daemon": { name: "Docker daemon", phrase: "the Docker daemon" },
  "jvm-services": { name: "Java services", phrase: "the Java services" },
  "service-containers": { name: "service containers", phrase: "the service containers" },
  "nomad-agent": { name: "Nomad agent", phrase: "the Nomad agent" },
  "build-agent": { name: "build agent", phrase: "the build agent" },
  "job-checkout": { name: "job checkout", phrase: "the checkout of jobs" },
  "raw-connections": { name: "raw connections", phrase: "programs that know no HTTP proxy" },
  "nomad-client-jvm": { name: "Java on the Nomad client", phrase: "the Java programs of the Nomad client" },
};

/** The HTTP stacks by the names their users know; `none` speaks no HTTP. */
export const CLIENTS: Readonly<Record<ClientName | "none", string>> = {
  curl: "curl",
  wget: "wget",
  apt: "apt",
  git: "git",
  "python-urllib": "Python's urllib",
  "python-requests": "Python's requests",
  botocore: "awscli",
  go: "Go",
  java: "Java",
  "node-undici": "Node's undici",
  "node-proxy-agent": "Node's proxy-agent",
  none: "no HTTP client",
};

/** `commands in this shell and the Docker daemon`; `no component` where there is none. */
export function theComponents(ids: readonly ComponentId[]): string {
  return ids.length === 0 ? "no component" : listed(ids.map((id) => COMPONENTS[id].phrase));
}

/** `curl, wget and Go`. */
export function theClients(clients: readonly ClientName[]): string {
  return listed(clients.map((client) => CLIENTS[client]));
}

/** Whether a component's protocol knows no HTTP proxy, so that only a direct way can serve it (domain-facts 1.2). */
export function knowsNoProxy(id: ComponentId): boolean {
  return id === "nomad-agent" || id === "job-checkout" || id === "raw-connections";
}

/** Whether a component takes its proxy from a JVM's options and reads no variable (domain-facts 1.2). */
export function readsJavaOptions(id: ComponentId): boolean {
  return id === "jvm-services" || id === "nomad-client-jvm";
}

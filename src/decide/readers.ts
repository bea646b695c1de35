import { CLIENT_NAMES, type ClientName } from "../model/client.ts";
import type { Component } from "../model/component.ts";
import { onceFor } from "../model/once-for.ts";
import type { Loader, Setting } from "../model/setting.ts";
import { isJvmOptions } from "./names.ts";
import { isSeen } from "./seen-settings.ts";

/** A client that is given a setting, and its version where that is known. */
export type Reader = { readonly client: ClientName; readonly version?: string };

/** What is started from a login or a sourced file may be any program; these stand for all. */
const ANY_PROGRAM: readonly ClientName[] = ["curl", "wget", "apt", "botocore", "go"];

/** Who reads the files of a grammar besides the components of the machine (domain-facts 4). */
const READERS: Readonly<Record<Loader, readonly ClientName[]>> = {
  "pam-env": ANY_PROGRAM,
  shell: ANY_PROGRAM,
  systemd: [],
  "env-file": [],
  "docker-options": ["go"],
  "replicated-conf": ["go"],
  "docker-daemon-json": ["go"],
  "docker-config-json": ANY_PROGRAM,
  "one-value": [],
  "apt-conf": ["apt"],
  wgetrc: ["wget"],
  curlrc: ["curl"],
  "git-config": ["git"],
  "aws-config": [],
  sudoers: [],
};

/** Every client that is given a setting, each once, with the version that a component of the machine has. */
export function readersOf(setting: Setting, components: readonly Component[]): readonly Reader[] {
  return readersAmong(components)(setting);
}

const readersAmong = onceFor((components: readonly Component[]) =>
  onceFor((setting: Setting) => readersIn(components, setting)),
);

function readersIn(components: readonly Component[], setting: Setting): readonly Reader[] {
  if (isJvmOptions(setting.name)) return [{ client: "java" }];
  const seeing = components.filter(({ reads }) => reads.some((view) => isSeen(setting, view)));
  const found = new Map<ClientName, Reader>();
  for (const { client, version } of seeing) {
    if (client === "none" || client === "java" || found.has(client)) continue;
    found.set(client, version === undefined ? { client } : { client, version });
  }
  for (const client of besides(setting)) if (!found.has(client)) found.set(client, { client });
  return CLIENT_NAMES.flatMap((name) => found.get(name) ?? []);
}

function besides({ source }: Setting): readonly ClientName[] {
  switch (source.kind) {
    case "environment":
      return ANY_PROGRAM;
    case "file":
      return READERS[source.loader];
    case "process":
      return source.program === "java" ? ["java"] : ["go"];
  }
}

import type { EgressPolicy } from "../../../src/model/installation.ts";
import type { Authorities } from "./authorities.ts";
import type { Company } from "./company.ts";
import type { Firewall } from "./firewall.ts";
import type { Files } from "./machine.ts";
import type { Tokens } from "./metadata.ts";
import type { Names } from "./names.ts";
import type { MachineName } from "./places.ts";
import type { ProxyName } from "./proxies.ts";
import type { Oddities } from "./serving.ts";
import { healthyFiles } from "./settings.ts";

/** How things stand in the company; what is not named is as it is in a healthy one. */
export type Plan = {
  readonly egress?: EgressPolicy;
  readonly proxy?: ProxyName | "none";
  readonly firewall?: Partial<Firewall>;
  readonly names?: Names;
  /** Names of which the name server knows more, each as dnsmasq's `host-record` has it. */
  readonly records?: readonly string[];
  readonly tokens?: Tokens;
  readonly servers?: (authorities: Authorities) => Promise<Oddities>;
  /** Files of machines, and what becomes of those that a healthy one has. */
  readonly files?: { readonly [M in MachineName]?: Changes };
  /** What is done to it last; gives what undoes it. */
  readonly last?: (company: Company) => Promise<() => Promise<void>>;
};

/** A file by its path: its text, or how its text is changed; `null` takes it away. */
export type Changes = Readonly<Record<string, string | null | ((text: string) => string)>>;

/** All files of a machine. */
export function filesOf(machine: MachineName, { egress = "standard", files }: Plan): Files {
  const healthy = healthyFiles(machine, egress);
  const changed = Object.entries(files?.[machine] ?? {}).map(([path, change]) => {
    return [path, typeof change === "function" ? change(healthy[path] ?? "") : change] as const;
  });
  return { ...healthy, ...Object.fromEntries(changed) };
}

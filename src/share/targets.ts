import { PROBES } from "../../probes/index.ts";
import { isConfigured, type Target, type TargetId, type Unconfigured } from "../model/target.ts";
import type { Renaming } from "./rename.ts";

/** How targets are named, and what is asked of them. */
export type SharedTargets = {
  readonly id: (id: TargetId) => TargetId;
  /** What a component needs: an id, or all of a probe's. */
  readonly need: (need: string) => string;
  readonly url: (id: TargetId, url: string) => string;
  readonly target: (target: Target | Unconfigured) => Target | Unconfigured;
};

/** A target of a person's own is all private: its id, the path of its URL, its reason, and by what it is known. */
export function targetsBy({ text, word }: Renaming): SharedTargets {
  const id = (own: TargetId): TargetId => {
    if (isProbes(own)) return own;
    const [first = "", second = ""] = own.split("/");
    return `${wordOf(first)}/${wordOf(second)}`;
  };
  const wordOf = (name: string) => (name === "own" ? name : word(name));
  const url = (of: TargetId, asked: string) => (isProbes(of) ? text(asked) : withoutQuery(text(asked)));
  return {
    id,
    url,
    need: (need) => (isTargetId(need) ? id(need) : isProbes(need) ? need : wordOf(need)),
    target: (target) => {
      if (!isConfigured(target)) return { ...target, id: id(target.id) };
      const shared = { ...target, id: id(target.id), url: url(target.id, target.url) };
      return isProbes(target.id)
        ? shared
        : { ...shared, marks: [], reason: "the configuration file says so" };
    },
  };
}

/** Whether a target is everybody's, and no person's own. Hosts that nobody measures have ids of their own. */
export function isProbes(id: string): boolean {
  const [probe = ""] = id.split("/");
  return Object.hasOwn(PROBES, probe) || probe === "internal" || probe === "nomad-clients";
}

function isTargetId(need: string): need is TargetId {
  return need.includes("/");
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, "");
}

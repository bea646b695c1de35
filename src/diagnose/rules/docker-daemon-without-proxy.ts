import { decisionId } from "../../model/decision.ts";
import { hasProxy, isServed } from "../left-out.ts";
import { settingsNamingProxies } from "../machine-proxy.ts";
import { misset, oncePerPlace } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** The machine has a proxy, and the Docker daemon is given none: it reads what systemd gives it, and daemon.json. */
export const dockerDaemonWithoutProxy: Rule<"docker-daemon-without-proxy"> = (the) => {
  const daemon = the.components.find(({ id }) => id === "docker-daemon");
  if (daemon === undefined || hasProxy(the, daemon) || isServed(the, daemon)) return [];
  const [first, ...others] = oncePerPlace(settingsNamingProxies(the.settings));
  if (first === undefined) return [];
  const { args, evidence } = misset(the, [first, ...others]);
  const decisions = the.decisions.filter(({ component }) => component === daemon.id).map(decisionId);
  return [
    {
      about: daemon.id,
      severity: "warning",
      subject: { component: daemon.id },
      args: { ...args, effects: [] },
      evidence: [`${daemon.id}@settings`, ...evidence, ...decisions],
    },
  ];
};

import type { Component } from "../../model/component.ts";
import { decisionId } from "../../model/decision.ts";
import type { Setting } from "../../model/setting.ts";
import { hasProxy, isServed } from "../left-out.ts";
import { settingsNamingProxies } from "../machine-proxy.ts";
import { misset, oncePerPlace } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** Files that people give a service its proxy by, and that systemd does not read for it (domain-facts 4.6, 4.7). */
const IGNORED: Readonly<Record<string, RegExp>> = {
  "/etc/default/docker": /^docker\.service$/,
  "/etc/environment": /^nomad\.service$/,
};

/** A file names the proxy for a service that systemd starts, which is given none by anything it reads. */
export const ignoredSettingsFile: Rule<"ignored-settings-file"> = (the) =>
  the.installation.init === "other"
    ? []
    : Object.entries(IGNORED).flatMap(([path, unit]) => {
        const components = the.components.filter(
          (each) => isStartedBy(each, unit) && !hasProxy(the, each) && !isServed(the, each),
        );
        if (components.length === 0) return [];
        const [first, ...others] = oncePerPlace(settingsNamingProxies(the.settings)).filter(isIn(path));
        if (first === undefined) return [];
        const ids = components.map(({ id }) => id);
        const common = misset(the, [first, ...others]);
        return [
          {
            about: path,
            severity: "warning" as const,
            subject: common.subject,
            args: { ...common.args, effects: [], path, components: ids },
            evidence: [
              `file:${path}`,
              ...common.evidence,
              ...the.decisions.filter(({ component }) => ids.includes(component)).map(decisionId),
            ],
          },
        ];
      });

function isIn(path: string): (setting: Setting) => boolean {
  return ({ source }) => source.kind === "file" && source.path === path && source.unit === undefined;
}

function isStartedBy({ reads }: Component, unit: RegExp): boolean {
  return reads.some((view) => view.from === "unit" && unit.test(view.unit));
}

import type { Rule } from "../rule.ts";

/** Not yet. */
export const ignoredSettingsFile: Rule<"ignored-settings-file"> = () => [];

import type { Because } from "../model/client.ts";
import { describeSource, type Setting } from "../model/setting.ts";

/**
 * Of some settings those that steps of decisions speak of; a property of a JVM stands in the variable that its name
 * begins with.
 */
export function decidingAmong(settings: readonly Setting[], steps: readonly Because[]): readonly Setting[] {
  const named = new Set(steps.map(({ setting, source }) => `${setting.split(" ")[0]} ${source}`));
  return settings.filter(({ name, source }) => named.has(`${name} ${describeSource(source)}`));
}

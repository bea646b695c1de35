import { UsageError } from "../usage-error.ts";

/** Values of an option that may be given again. */
export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/** Names of an option that takes a list which commas separate, and may be given again. */
export function collectNames(
  option: string,
): (list: string, earlier?: readonly string[]) => readonly string[] {
  return (list, earlier = []) => [...earlier, ...namesIn(option, list)];
}

function namesIn(option: string, list: string): readonly string[] {
  const names = list
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
  if (names.length === 0) throw new UsageError(`${option}: "${list}" names no target and no probe`);
  return names;
}

import type { Fix } from "../../model/fix.ts";

/** Services in the order in which they are to come up again: whoever is called before those who call. */
const ORDER: readonly RegExp[] = [/daemon-reload/, /restart docker/, /restart replicated/, /restart nomad/];

/** What makes several fixes take effect, each command once, in an order that works for all. */
export function restartsOf(fixes: readonly Fix[]): readonly string[] {
  const commands = [...new Set(fixes.flatMap(({ restart }) => restart))];
  return commands.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf(command: string): number {
  const rank = ORDER.findIndex((pattern) => pattern.test(command));
  return rank === -1 ? ORDER.length : rank;
}

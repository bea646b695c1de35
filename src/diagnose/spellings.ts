import { onceFor } from "../model/once-for.ts";
import type { Setting } from "../model/setting.ts";
import { oncePerPlace } from "./misset.ts";

/** The upper-case and the lower-case spelling of one variable, as one reader is given them together. */
export type Spellings = { readonly upper: Setting | undefined; readonly lower: Setting | undefined };

/** Variables that clients read in two spellings. */
const NAMES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] as const;

/** The spellings in the environment, in each unit of systemd, and in each file, as each of its grammars reads it. */
export const spellingsOf = onceFor((settings: readonly Setting[]): readonly Spellings[] => {
  const contexts = new Map<string, Map<string, Setting>>();
  for (const setting of settings) {
    const context = contextOf(setting);
    if (context === undefined || setting.flaw !== undefined) continue;
    const known = contexts.get(context) ?? new Map<string, Setting>();
    contexts.set(context, known);
    if (setting.resets) known.clear();
    else known.set(setting.name, setting);
  }
  return [...contexts.values()].flatMap((known) =>
    NAMES.map((name) => ({ upper: known.get(name), lower: known.get(name.toLowerCase()) })),
  );
});

type SpelledTwice = { readonly upper: Setting; readonly lower: Setting };

/** Both spellings, where both are set; a file that two grammars read alike gives them once. */
export const spelledTwice = onceFor((settings: readonly Setting[]): readonly SpelledTwice[] => {
  const both = spellingsOf(settings).flatMap(({ upper, lower }) =>
    upper === undefined || lower === undefined ? [] : [{ upper, lower }],
  );
  const once = new Set(oncePerPlace(both.map(({ lower }) => lower)));
  return both.filter(({ lower }) => once.has(lower));
});

function contextOf({ source }: Setting): string | undefined {
  switch (source.kind) {
    case "environment":
      return "environment";
    case "file":
      return source.unit ?? `${source.path} ${source.loader}`;
    case "process":
      return undefined;
  }
}

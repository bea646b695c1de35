import { theComponents } from "../../messages/components.ts";
import { isTyped, wordsForKeeping, wordsForPatch } from "../../messages/patches.ts";
import { VERDICTS } from "../../messages/verdicts.ts";
import type { ComponentId } from "../../model/component.ts";
import type { Finding } from "../../model/finding.ts";
import type { Fix } from "../../model/fix.ts";
import type { Report } from "../../model/report.ts";
import type { Note } from "./note.ts";
import { typedLines } from "./typed.ts";

/** A fix that `fix --write` makes. */
export function isVerified({ verdict }: Fix): boolean {
  return verdict === "verified";
}

/** A fix that mends something, or may. */
export function isWorthMaking({ verdict }: Fix): boolean {
  return verdict === "verified" || verdict === "unmeasured";
}

/** A fix that others are to make: no setting helps. */
export function isForOthers({ verdict }: Fix): boolean {
  return verdict === "needs-network-team";
}

/** A change of settings that was tried and does not help. */
export function isVain(fix: Fix): boolean {
  return !isWorthMaking(fix) && !isForOthers(fix);
}

/** Whether a fix was made for a finding; it may end others besides. */
export function isFor({ findings }: Fix, { id }: Finding): boolean {
  return findings[0] === id;
}

/**
 * A fix of a report beneath its finding: its verdict, its edits and what to do then; and what is to be changed before it
 * though it is told `later`.
 */
export function fixNotes(
  { fixes }: Pick<Report, "fixes">,
  fix: Fix,
  finding: Finding,
  later: readonly Fix[] = [],
): readonly Note[] {
  const { verdict, components, patch, restart } = fix;
  const { word, meaning } = VERDICTS[verdict];
  const whom = leftBy([fix], finding).length === 0 ? "" : ` for ${theComponents(components)}`;
  return [
    {
      label: "fix",
      texts: [
        `${word}${whom}: ${meaning}`,
        ...patch.filter((each) => !isTyped(each)).map(wordsForPatch),
        ...later.map(({ findings }) => `after the change for ${findings[0]}, which is told further down`),
      ],
      tone: verdict === "verified" ? "good" : "warn",
    },
    { label: "type", texts: typedLines(fix, fixes) },
    { label: "keep", texts: wordsForKeeping(patch) },
    { label: "then", texts: restart },
  ];
}

/** A fix beneath a finding that it ends besides its own. */
export function fixedBesides({ findings }: Fix): Note {
  return { label: "fix", texts: [`the change for ${findings[0]} mends this too`] };
}

/** What was tried and does not help, so that nobody tries it again. */
export function triedNotes({ verdict, patch }: Fix): readonly Note[] {
  const { word, meaning } = VERDICTS[verdict];
  return [{ label: "tried", texts: [...patch.map(wordsForPatch), `${word}: ${meaning}`] }];
}

/** What a finding says of the components that no fix mends; all of it where there is none. */
export function unmended(finding: Finding, fixes: readonly Fix[]): Finding | undefined {
  const components = leftBy(fixes, finding);
  if (fixes.length === 0) return finding;
  if (components.length === 0) return undefined;
  switch (finding.code) {
    case "misrouted-to-proxy":
      return { ...finding, args: { ...finding.args, components } };
    case "avoidable-proxying":
      return { ...finding, args: { ...finding.args, components } };
    case "misrouted-direct":
      return { ...finding, args: { ...finding.args, components } };
    case "bypass-missing":
      return { ...finding, args: { ...finding.args, components } };
    default:
      return undefined;
  }
}

function leftBy(fixes: readonly Fix[], { args }: Finding): readonly ComponentId[] {
  const mended = new Set(fixes.flatMap(({ components }) => components));
  return "components" in args ? args.components.filter((id) => !mended.has(id)) : [];
}

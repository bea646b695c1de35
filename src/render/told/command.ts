import { isTyped } from "../../messages/patches.ts";
import type { Finding } from "../../model/finding.ts";
import type { Fix } from "../../model/fix.ts";
import type { Report } from "../../model/report.ts";
import { shellWord } from "../../model/shell-word.ts";
import { isWorthMaking } from "./fixes.ts";
import { allTypedLines, fillingIn, typedLines } from "./typed.ts";

/** A command line: its words as a shell takes them. */
export type CommandWords = readonly string[];

/**
 * What to type about a finding: what makes its change, and all other verified ones, after asking; what shows one that is not proved; or what tells
 * more where no setting mends it. `asked` are the options that say what is judged.
 */
export function commandsFor(report: Report, finding: Finding, asked: CommandWords): readonly CommandWords[] {
  const fix = report.fixes.find((each) => isWorthMaking(each) && each.findings.includes(finding.id));
  if (fix === undefined) return [["proxy-doctor", "explain", finding.code]];
  if (fix.patch.every(isTyped)) {
    const lines = fix.verdict === "verified" ? allTypedLines(report.fixes) : typedLines(fix, report.fixes);
    return lines.map((line) => [line]);
  }
  const measure = report.judges === "traffic" ? ["--measure"] : [];
  const words = [...programFor(fix, asked), "fix", ...measure, ...writing(fix, asked), ...asked];
  return [...fillingIn(words).map((line) => [line]), words];
}

/** The files of a lab are nowhere, and what is not proved is not written. */
function writing({ verdict }: Fix, asked: CommandWords): CommandWords {
  return verdict === "verified" && !asked.includes("--lab") ? ["--write"] : [];
}

/** Settings below another root may be one's own. */
function programFor(fix: Fix, asked: CommandWords): CommandWords {
  const isRoots = writing(fix, asked).length > 0 && !asked.includes("--root");
  return isRoots ? ["sudo", "proxy-doctor"] : ["proxy-doctor"];
}

/**
 * The options that say of an installation, and of which machine it is, what a command line said of it. Of a shared report, whose names are not the
 * installation's, none that names a host or a bucket: what is typed is typed there.
 */
export function askedOf({ installation, elsewhere, shared }: Report): CommandWords {
  const {
    found,
    role,
    egress,
    region,
    services,
    ghe,
    bucket,
    serverVersion,
    nomadClients = [],
  } = installation;
  const flags = shared ? { role, region, egress } : { role, services, ghe, region, bucket, egress };
  const given = Object.entries(flags).flatMap(([name, value]) =>
    value === undefined || found[name] !== "flag" ? [] : [`--${name}`, shellWord(value)],
  );
  return [
    ...given,
    ...(shared ? [] : nomadClients).flatMap((host) => ["--nomad-client", shellWord(host)]),
    ...(serverVersion === undefined ? [] : ["--server-version", shellWord(serverVersion)]),
    ...placeOf(elsewhere),
  ];
}

function placeOf(elsewhere: Report["elsewhere"]): CommandWords {
  switch (elsewhere?.kind) {
    case "root":
      return ["--root", shellWord(elsewhere.path)];
    case "lab":
      return ["--lab", shellWord(elsewhere.name)];
    default:
      return [];
  }
}

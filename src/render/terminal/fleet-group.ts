import { counted } from "../../messages/phrases.ts";
import type { FleetGroup } from "../../model/fleet.ts";
import type { PlacedValue } from "../told/fleet/differences.ts";
import { groupAccount } from "../told/fleet/group.ts";
import type { FleetRole } from "../told/fleet/roles.ts";
import { SEVERITY_TONES } from "../told/tone.ts";
import type { Paint } from "./style.ts";
import { indented, labelled, wrapped } from "./text.ts";

const INDENT = 2;

/** One group: which machines, what is found on them, and in what they differ; nothing of those that are as usual and fine. */
export function groupLines(
  role: FleetRole,
  group: FleetGroup,
  width: number,
  paint: Paint,
): readonly string[] {
  const account = groupAccount(role, group);
  const { title, hosts, findings, following, remarks, differences, more } = account;
  if (group.differs === undefined && findings.length === 0 && group.hosts.length === 1) return [];
  const room = width - INDENT;
  const found = findings.flatMap(({ code, severity, what }) => [
    ...labelled("finds", [`${severity} ${code}`], room).map((line) => paint(SEVERITY_TONES[severity], line)),
    ...labelled("", [what], room),
  ]);
  const body = [
    ...(group.hosts.length === 1 ? [] : labelled("which", [hosts], room)),
    ...found,
    ...(following === 0
      ? []
      : labelled("", [`and ${counted(following, "finding that follows", "findings that follow")}`], room)),
    ...differences.flatMap(({ what, here, usual }) => [
      ...labelled("set", [what], room).map((line) => paint("strong", line)),
      ...valueLines("here", here, room),
      ...valueLines("others", usual, room),
    ]),
    ...(more === 0
      ? []
      : labelled("", [`and ${counted(more, "more setting")}; --format json has all`], room)),
    ...labelled("note", remarks, room),
  ];
  return [
    ...wrapped(title, width).map((line) => paint(group.differs ? "warn" : "strong", line)),
    ...indented(body, INDENT),
  ];
}

/** Blanks of a value, while its lines are broken at its commas. */
const BLANK = "\ue000";

/** A value beneath its place, as it stands: lines end at the marks that part a list, and no blank is added to it. */
function valueLines(label: string, { place, value }: PlacedValue, width: number): readonly string[] {
  const parted = value.replaceAll(" ", BLANK).replace(/[,|]/g, "$& ");
  const lines = labelled(place === undefined ? label : "", [parted], width).map((line) =>
    line.replace(/([,|]) /g, "$1").replaceAll(BLANK, " "),
  );
  return place === undefined ? lines : [...labelled(label, [place], width), ...lines];
}

import { wordsForAsk } from "../../messages/network-asks.ts";
import { listed, sentences } from "../../messages/phrases.ts";
import { ROLE_NAMES } from "../../messages/policies.ts";
import type { Finding } from "../../model/finding.ts";
import type { Fix } from "../../model/fix.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Report } from "../../model/report.ts";
import { endpointText, targetsAmong } from "./endpoints.ts";
import { isFor, isForOthers } from "./fixes.ts";
import { toldInOrder } from "./in-order.ts";
import { momentOf } from "./moment.ts";
import type { Note } from "./note.ts";
import { wordsForSeen } from "./seen.ts";

/** Under which name stands what others are asked for. */
export const ASKS_TITLE = "For the network team";

/** One thing that others are asked for, and what was measured of it. */
type Ask = { readonly what: string; readonly seen: readonly string[] };

/** All that others are asked for, to be handed on as it stands: from where, and what. */
export type Asks = { readonly from: string; readonly asks: readonly Ask[] };

type Asked = { readonly finding: Finding; readonly fix: Fix };

/** What others are asked for, in the order in which its findings are told; what is asked alike is asked once. */
export function asksIn(report: Report): Asks | undefined {
  const asked = toldInOrder(report.findings).flatMap(({ finding }) => askedFor(report, finding));
  if (asked.length === 0) return undefined;
  const alike = groupBy(asked, ({ finding }) => wordsForAsk(finding, []));
  return { from: origin(report), asks: [...alike.values()].flatMap((same) => askOf(report, same)) };
}

/** What others are asked for because of one finding, in a sentence or two. */
export function askNotes(report: Report, finding: Finding): readonly Note[] {
  const texts = askedFor(report, finding).flatMap((each) => askOf(report, [each]).map(({ what }) => what));
  return texts.length === 0 ? [] : [{ label: "ask", texts }];
}

/** Notes for a face that gathers what others are asked for in a place of its own. */
export function gathered(notes: readonly Note[]): readonly Note[] {
  return notes.map((note) =>
    note.label === "ask" ? { ...note, texts: [`what stands under "${ASKS_TITLE}"`] } : note,
  );
}

function askedFor({ fixes }: Report, finding: Finding): readonly Asked[] {
  const fix = fixes.find((each) => isForOthers(each) && isFor(each, finding));
  return fix === undefined ? [] : [{ finding, fix }];
}

function askOf(report: Report, same: readonly Asked[]): readonly Ask[] {
  const [first] = same;
  if (first === undefined) return [];
  const ids = same.flatMap(({ fix }) => fix.targets ?? []);
  const endpoints = targetsAmong(report, ids).map(endpointText);
  const concerned = new Set<string>(ids);
  const meant = report.observations.filter(({ target }) => concerned.has(target)).map(({ id }) => id);
  const evidence = new Set(same.flatMap(({ finding }) => finding.evidence));
  return [
    {
      what: wordsForAsk(first.finding, [...new Set(endpoints)]),
      seen: wordsForSeen(report, { evidence: meant.filter((id) => evidence.has(id)) }),
    },
  ];
}

/** Addresses that others do not see: loopback, of one link, of Docker's bridge. */
const LOCAL = /^(?:127\.|::1$|fe80:|169\.254\.|172\.17\.0\.1$)/i;

/** From where it was measured, and when. */
function origin({ installation, startedAt }: Report): string {
  const { role, hostname, addresses } = installation;
  const known = [
    ...(hostname === undefined ? [] : [hostname]),
    ...addresses.filter((each) => !LOCAL.test(each)),
  ];
  const names = known.length === 0 ? "" : ` ${listed(known)}`;
  return sentences(
    "No way that was measured serves this traffic, and no setting of this machine changes that",
    `This machine is the ${ROLE_NAMES[role]}${names}, and this is what it saw on ${momentOf(startedAt)}`,
  );
}

/** What to do with that, as a clause; none where nobody is asked. */
export function handingOn(report: Report): readonly string[] {
  return report.fixes.some(isForOthers) ? [`hand on what stands under "${ASKS_TITLE}"`] : [];
}

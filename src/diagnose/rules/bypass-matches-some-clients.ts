import { askWithList } from "../../decide/ask-list.ts";
import type { ClientName } from "../../model/client.ts";
import { endpointOf, type Target } from "../../model/target.ts";
import { type BypassList, bypassLists, withoutBlanks } from "../bypass-lists.ts";
import type { Case } from "../evidence.ts";
import { misset } from "../misset.ts";
import type { Rule } from "../rule.ts";
import { isJudged } from "../traffic.ts";

/**
 * A list is written so that some of its readers take an entry for a match of a host that is to be called direct,
 * and others do not. Of hosts that nobody finds in it bypass-missing speaks, of blanks in it no-proxy-spaces.
 */
export const bypassMatchesSomeClients: Rule<"bypass-matches-some-clients"> = (the) => {
  const targets = [...the.needed, ...the.internal].filter((target) => isToGoDirect(the, target));
  const urls = distinct(targets.map(({ url }) => `${new URL(url).origin}/`));
  return bypassLists(the).flatMap((list) => {
    if (isPlain(list)) return [];
    const disputes = urls.flatMap((url) => disputeOver(url, list) ?? []);
    if (disputes.length === 0) return [];
    const { args, ...common } = misset(the, list.settings);
    const missing = distinct(disputes.flatMap((each) => each.missing));
    const matching = distinct(disputes.flatMap((each) => each.matching));
    const always = matching.filter((client) => !missing.includes(client));
    return [
      {
        ...common,
        severity: "warning" as const,
        args: {
          ...args,
          hosts: distinct(disputes.map(({ host }) => host)),
          entries: distinct(disputes.flatMap((each) => each.entries)),
          matching: always.length > 0 ? always : matching,
          missing,
        },
      },
    ];
  });
};

type Dispute = {
  readonly host: string;
  readonly entries: readonly string[];
  readonly matching: readonly ClientName[];
  readonly missing: readonly ClientName[];
};

function isToGoDirect(the: Case, target: Target): boolean {
  return (
    /^https?:/.test(target.url) &&
    /^(?:must|should)-direct$/.test(the.policyOf(target)) &&
    isJudged(the, target)
  );
}

/** Names and addresses in full are read alike by all (domain-facts 4.10). */
function isPlain({ value }: BypassList): boolean {
  return withoutBlanks(value)
    .split(",")
    .every((entry) => /^[a-z\d-]+(?:\.[a-z\d-]+)*$/i.test(entry));
}

function disputeOver(url: string, { value, readers }: BypassList): Dispute | undefined {
  const list = withoutBlanks(value);
  const asked = readers.map((reader) => ({ reader, decision: askWithList(reader, list, url) }));
  const isDivided = new Set(asked.map(({ decision }) => decision.route)).size > 1;
  // Whoever spares a host without any list, as Go spares this machine, has no part in it.
  const minded = isDivided
    ? asked.filter(({ reader }) => askWithList(reader, "", url).route === "proxy")
    : [];
  const going = (route: "direct" | "proxy") => minded.filter(({ decision }) => decision.route === route);
  const entriesOf = (effect: "bypasses" | "nearly-bypasses") =>
    minded
      .flatMap(({ decision }) => decision.because.filter((each) => each.effect === effect))
      .flatMap(({ entry }) => entry ?? []);
  const near = entriesOf("nearly-bypasses");
  if (near.length === 0 || going("direct").length === 0) return undefined;
  return {
    host: endpointOf(url).host,
    entries: distinct([...near, ...entriesOf("bypasses")]),
    matching: going("direct").map(({ reader }) => reader.client),
    missing: going("proxy").map(({ reader }) => reader.client),
  };
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

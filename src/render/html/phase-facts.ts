import { REFUSALS } from "../../messages/certificate-findings.ts";
import { SERVERS_SAY } from "../../messages/phases.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Phase, PhaseFacts, Try } from "../../model/phase.ts";
import type { TrustVerdict } from "../../model/trust.ts";
import type { Anchors } from "./anchors.ts";
import { response, tunnel } from "./answer-facts.ts";
import { line } from "./line.ts";
import { linked } from "./links.ts";
import { html, joined, type Value } from "./markup.ts";

/** What a step left behind; of one that failed, what it showed before. */
export function factsOf(phase: Exclude<Phase, { readonly status: "skipped" }>, anchors: Anchors): Value {
  switch (phase.name) {
    case "dns":
    case "proxy-dns":
      return lookup(phase.facts ?? {});
    case "tcp":
    case "proxy-tcp":
      return connection(phase.facts ?? {});
    case "tls":
    case "proxy-tls":
      return handshake(phase.facts ?? {}, anchors);
    case "tunnel":
      return tunnel(phase.facts ?? {});
    case "request":
      return line([[phase.facts?.method, phase.facts?.url].filter((each) => each !== undefined).join(" ")]);
    case "response":
      return response(phase.facts ?? {});
  }
}

function lookup({ host, addresses, servers }: Partial<PhaseFacts["dns"]>): Value {
  return [
    line([[host, addresses?.join(", ")].filter(Boolean).join(" is ")]),
    ...(servers ?? []).map(({ server, ms, says, unanswered }) =>
      line([
        `name server ${server} ${SERVERS_SAY[says]}${unanswered === undefined ? "" : `, silent about ${unanswered}`} (${Math.round(ms)} ms)`,
      ]),
    ),
  ];
}

function connection({ remote, local, tries = [] }: Partial<PhaseFacts["tcp"]>): Value {
  const ends = remote === undefined ? [] : [`${local ?? ""} to ${remote}`];
  return [line(ends), ...(tries.length > 1 || remote === undefined ? tries.map(attempted) : [])];
}

function attempted({ address, at, ms, outcome }: Try): Value {
  return line([`${address} ${outcome} (from ${Math.round(at)} to ${Math.round(at + ms)} ms)`]);
}

function handshake(
  { protocol, cipher, chain, trust, wrongName }: Partial<PhaseFacts["tls"]>,
  anchors: Anchors,
): Value {
  const links = (chain ?? []).map(({ subject, sha256 }) => linked(anchors.certificates.get(sha256), subject));
  const verdicts = groupBy(Object.entries(trust ?? {}), ([, verdict]) => verdict);
  return [
    line([protocol, cipher]),
    links.length === 0 ? "" : html`<p>${joined(links, " ← ")}</p>`,
    ...[...verdicts].map(([verdict, stores]) =>
      line([`${VERDICTS[verdict]}: ${stores.map(([store]) => store).join(", ")}`]),
    ),
    line(wrongName ? ["not for this host"] : []),
  ];
}

const VERDICTS: Readonly<Record<TrustVerdict, string>> = {
  ...REFUSALS,
  trusted: "trusted",
  "trusted-intermediate": "trusted for the sake of an intermediate",
};

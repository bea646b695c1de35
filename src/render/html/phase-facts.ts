import { REFUSALS } from "../../messages/certificate-findings.ts";
import { SERVERS_SAY } from "../../messages/phases.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Headers, Phase, PhaseFacts, Try } from "../../model/phase.ts";
import type { TrustVerdict } from "../../model/trust.ts";
import type { Anchors } from "./anchors.ts";
import { html, joined, type Markup, type Value } from "./markup.ts";

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
  const links = (chain ?? []).map(
    ({ subject, sha256 }) => html`<a href="#${anchors.certificates.get(sha256) ?? ""}">${subject}</a>`,
  );
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

function tunnel({ status, headers, offers, clockAheadMs }: Partial<PhaseFacts["tunnel"]>): Value {
  return [line([statusLine(status), offered(offers), clock(clockAheadMs)]), headerList(headers)];
}

function response(facts: Partial<PhaseFacts["response"]>): Value {
  const {
    status,
    headers,
    body = "",
    identity,
    token,
    tokenStatus,
    callerAddress,
    offers,
    clockAheadMs,
  } = facts;
  return [
    line([
      statusLine(status),
      token === undefined
        ? undefined
        : `token ${token}${tokenStatus === undefined ? "" : ` (${tokenStatus})`}`,
      identity && `instance ${identity.instanceId}, ${identity.privateIp}, ${identity.region}`,
      callerAddress && `sees us as ${callerAddress}`,
      offered(offers),
      clock(clockAheadMs),
    ]),
    headerList(headers),
    body === "" ? "" : html`<pre>${firstLines(body)}</pre>`,
  ];
}

function statusLine(status: number | undefined): string | undefined {
  return status === undefined ? undefined : `HTTP ${status}`;
}

function offered(offers: readonly string[] | undefined): string | undefined {
  return offers && `offers ${offers.join(", ")}`;
}

/** A clock that is right is no fact worth a line. */
function clock(ahead: number | undefined): string | undefined {
  return ahead === undefined || Math.abs(ahead) < 2000
    ? undefined
    : `its clock is ${Math.abs(Math.round(ahead / 1000))} s ${ahead > 0 ? "ahead" : "behind"}`;
}

/** But for the date, of which it is told where it is wrong. */
function headerList(headers: Headers | undefined): Value {
  const lines = Object.entries(headers ?? {}).flatMap(([name, value]) =>
    name === "date" ? [] : [`${name}: ${value}`],
  );
  return lines.length === 0 ? "" : html`<pre>${lines.join("\n")}</pre>`;
}

const MOST_LINES = 4;
const LONGEST_LINE = 120;

function firstLines(body: string): string {
  const lines = body.trim().split("\n");
  const shown = lines
    .slice(0, MOST_LINES)
    .map((each) => (each.length > LONGEST_LINE ? `${each.slice(0, LONGEST_LINE)}…` : each));
  return [...shown, ...(lines.length > MOST_LINES ? ["…"] : [])].join("\n");
}

function line(parts: readonly (string | undefined)[]): Markup | "" {
  const told = parts.filter((each) => each !== undefined && each !== "");
  return told.length === 0 ? "" : html`<p>${told.join(" · ")}</p>`;
}

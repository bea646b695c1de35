import { shortened } from "../../messages/phrases.ts";
import type { Headers, PhaseFacts } from "../../model/phase.ts";
import { line } from "./line.ts";
import { html, type Value } from "./markup.ts";

/** What a proxy answered when it was asked for a tunnel. */
export function tunnel({ status, headers, offers, clockAheadMs }: Partial<PhaseFacts["tunnel"]>): Value {
  return [line([statusLine(status), offered(offers), clock(clockAheadMs)]), headerList(headers)];
}

/** What the target, or who spoke in its place, answered. */
export function response(facts: Partial<PhaseFacts["response"]>): Value {
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
  const shown = lines.slice(0, MOST_LINES).map((each) => shortened(each, LONGEST_LINE));
  return [...shown, ...(lines.length > MOST_LINES ? ["…"] : [])].join("\n");
}

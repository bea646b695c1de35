import type { Case, Shows } from "./fault.ts";

/** What bun shows of a fault where it is not what Node shows, on routes that begin so; README tells of each. */
type Difference = {
  readonly fault: string;
  readonly routes: string;
  readonly shows: Shows;
};

const DIFFERENCES: readonly Difference[] = [
  // BoringSSL goes on with such a server, which here says no more; OpenSSL 3 refuses it.
  { fault: "a server without secure renegotiation", routes: "https ", shows: "tls/timed-out" },
  {
    fault: "an answer before the request",
    routes: "http by socks",
    shows: {
      either: ["target 408", "response/reset"],
      because: "bun reports a reset before what had come before it",
    },
  },
];

/** An attempt with what bun is to show. */
export function asUnderBun(each: Case): Case {
  const { fault, route, shows } = each;
  const difference = DIFFERENCES.find(
    ({ fault: name, routes }) => name === fault.name && route.startsWith(routes),
  );
  return { fault, route, shows: difference?.shows ?? shows };
}

import * as talk from "../../rig/talks.ts";
import type { Fault } from "../fault.ts";
import { TLS_WAYS } from "../routes.ts";

/** Numbers of TLS alerts (RFC 5246 7.2, RFC 8446 6.2; those of older versions too). */
const ALERTS = [
  10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 60, 70, 71, 80, 86, 90, 100, 109, 110,
  111, 112, 113, 114, 115, 116, 120,
];
const MEANT: Readonly<Record<number, string>> = { 70: "old-tls-only", 116: "client-certificate-asked" };

/** Alerts in answer to the ClientHello. */
export const TLS_ALERTS: readonly Fault[] = ALERTS.map((alert) => ({
  name: `TLS alert ${alert}`,
  who: "target",
  peer: { plain: talk.says(Buffer.from([0x15, 3, 3, 0, 2, 2, alert])) },
  routes: TLS_WAYS,
  shows: `tls/${MEANT[alert] ?? "tls-alert"} ${alert}`,
}));

import type { Fault } from "../fault.ts";
import { TLS_ALERTS } from "./alerts.ts";
import { CONNECTIONS } from "./connections.ts";
import { CERTIFICATES, HANDSHAKES } from "./handshakes.ts";
import { HEADERS } from "./headers.ts";
import { LENGTHS } from "./lengths.ts";
import { OTHER_PROTOCOLS } from "./other-protocols.ts";
import { HTTP_PROXIES } from "./proxies.ts";
import { SOCKS_PROXIES } from "./socks.ts";
import { SSH } from "./ssh.ts";
import { STATUS_LINES } from "./status-lines.ts";

/** The fault zoo. Names are unique. */
export const FAULTS: readonly Fault[] = [
  ...CONNECTIONS,
  ...STATUS_LINES,
  ...HEADERS,
  ...LENGTHS,
  ...OTHER_PROTOCOLS,
  ...HANDSHAKES,
  ...TLS_ALERTS,
  ...CERTIFICATES,
  ...HTTP_PROXIES,
  ...SOCKS_PROXIES,
  ...SSH,
];

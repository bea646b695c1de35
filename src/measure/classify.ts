import type { Failure, FailureCode, NameServerSays, PhaseName } from "../model/phase.ts";
import { harmless } from "../model/secret-patterns.ts";
import { failureIn } from "./fault.ts";

/** getaddrinfo: the name is there, but has no address (libuv's UV_EAI_NODATA; transport-notes 3). */
const NO_ADDRESS = -3007;
/** OpenSSL's reason numbers above the first, up to the last, are 1000 and the alert that the other side sent. */
const FIRST_ALERT = 1000;
const LAST_ALERT = 1255;
const LONGEST_MESSAGE = 300;

type NodeError = Error & {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly syscall?: unknown;
  /** What name servers say of a name that the resolver could not look up. */
  readonly servers?: readonly NameServerSays[];
};

/** The names of errors by phase family, keyed on codes and never on wording (transport-notes 2). */
const BY_CODE: Readonly<Record<string, FailureCode>> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  EHOSTUNREACH: "host-unreachable",
  ENETUNREACH: "network-unreachable",
  EAFNOSUPPORT: "network-unreachable",
  EADDRNOTAVAIL: "network-unreachable",
  EACCES: "blocked-locally",
  EPERM: "blocked-locally",
  EINVAL: "blocked-locally",
  ETIMEDOUT: "timed-out",
  UND_ERR_SOCKET: "closed",
  UND_ERR_HEADERS_OVERFLOW: "headers-too-large",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "not-http",
  HTTPParserError: "not-http",
};

/** Names a failure once, where it happened. `undefined`: not a failure of the network but a fault of ours. */
export function classify(phase: PhaseName, error: unknown): Failure | undefined {
  const named = failureIn(error);
  if (named !== undefined) return { ...named, message: shown(named.message) };
  if (!(error instanceof Error) || isOurs(error)) return undefined;
  const { code: raw, name, message }: NodeError = error;
  // undici's parser has a code of its own for each fault, in some versions; its name stands for all of them.
  const errno = typeof raw === "string" && BY_CODE[name] === undefined ? raw : name;
  const alert = alertOf(error);
  if (alert !== undefined)
    return { code: ALERTS[alert] ?? "tls-alert", message: shown(message), errno, alert };
  return { code: codeFor(phase, error, errno), message: shown(message), errno };
}

/** Alerts that say what is to be done: `protocol_version`, `certificate_required` (RFC 8446, section 6.2). */
const ALERTS: Readonly<Record<number, FailureCode>> = {
  70: "old-tls-only",
  116: "client-certificate-asked",
};

/** Words that came from elsewhere, as a report may hold them. */
function shown(message: string): string {
  return harmless(message.slice(0, LONGEST_MESSAGE)).replaceAll("\n", " ");
}

function codeFor(phase: PhaseName, error: NodeError, errno: string): FailureCode {
  switch (phase) {
    case "dns":
    case "proxy-dns":
      return lookupCode(error, errno);
    case "tls":
    case "proxy-tls":
      return tlsCode(error, errno);
    case "tunnel":
      return errno === "HTTPParserError" ? "not-a-proxy" : (BY_CODE[errno] ?? "unknown");
    default:
      return BY_CODE[errno] ?? "unknown";
  }
}

function lookupCode({ errno: number, servers = [] }: NodeError, errno: string): FailureCode {
  if (errno === "ENOTFOUND") return number === NO_ADDRESS ? "name-has-no-address" : "name-not-found";
  // getaddrinfo has one word for a failure, a refusal and silence; the servers have their own.
  if (errno !== "EAI_AGAIN" || servers.length === 0) return "resolver-failed";
  const answers = servers.map(({ says }) => says).filter((says) => says !== "nothing");
  if (answers.length === 0) return "resolver-silent";
  return answers.every((says) => says === "refuses") ? "resolver-refused" : "resolver-failed";
}

function tlsCode(error: NodeError, errno: string): FailureCode {
  // A clean close during the handshake has the code of a reset and no system call.
  if (errno === "ECONNRESET") return error.syscall === undefined ? "closed" : "reset";
  // The server chose a version that was not offered; a server that knows better refuses with alert 70.
  if (errno === "ERR_SSL_UNSUPPORTED_PROTOCOL") return "old-tls-only";
  if (/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNEXPECTED_MESSAGE)$/.test(errno)) {
    return "not-tls";
  }
  return errno.startsWith("ERR_SSL_") || errno === "EPROTO" ? "tls-failed" : (BY_CODE[errno] ?? "unknown");
}

/** OpenSSL's reason number stands in the message alone: `error:0A000410` is alert 40 (0x410 = 1040). */
function alertOf({ message }: Error): number | undefined {
  const reason = Number.parseInt(/error:[0-9a-f]{5}([0-9a-f]{3}):/i.exec(`${message}:`)?.[1] ?? "0", 16);
  return reason > FIRST_ALERT && reason <= LAST_ALERT ? reason - FIRST_ALERT : undefined;
}

/** This process, or this machine, has no more to open a socket with: nothing that the network did. */
const EXHAUSTED: ReadonlySet<string> = new Set(["EMFILE", "ENFILE", "ENOMEM", "ENOBUFS", "EAI_MEMORY"]);

function isOurs(error: NodeError): boolean {
  // What the system, OpenSSL and undici report has a code; undici's parser has a name in its place.
  if (typeof error.code !== "string") return BY_CODE[error.name] === undefined;
  if (EXHAUSTED.has(error.code)) return true;
  return /^(UND_ERR_(INVALID_ARG|NOT_SUPPORTED)|ERR_(INVALID_ARG_\w+|OUT_OF_RANGE|SOCKET_BAD_PORT))$/.test(
    error.code,
  );
}

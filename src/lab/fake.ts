import type net from "node:net";

/** A request as a fake sees it; header names are in lower case. */
export type Ask = {
  readonly method: string;
  /** Path with query, as sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};

/** What a fake answers. Date, length and connection headers are added; the others are sent as spelled. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** How a fake's HTTP server answers: from the request alone, so the same request has the same answer. */
export type Answering = (ask: Ask) => Answer;

/**
 * What is spoken on one port: HTTP, plain or over TLS with a certificate of the lab's authority or one that
 * signed itself, or bytes on a bare connection.
 */
export type FakePort =
  | { readonly speaks: "http" | "https" | "self-signed-https"; readonly answer: Answering }
  | { readonly speaks: "tcp"; readonly converse: (socket: net.Socket) => void };

/** A service in place of a real one: what it speaks on each port that it listens on. */
export type Fake = Readonly<Record<number, FakePort>>;

/** A path without its query. */
export function pathOf({ path }: Ask): string {
  return path.split("?")[0] ?? path;
}

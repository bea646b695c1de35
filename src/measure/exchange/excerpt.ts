import { harmless } from "../../model/secret-patterns.ts";

/** The text of a body as a report may show it: no control characters, no credentials, nothing like a token. */
export function excerpt(body: Buffer): string {
  return harmless(body.toString("utf8"));
}

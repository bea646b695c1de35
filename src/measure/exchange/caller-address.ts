import { isIP } from "node:net";

/** The address that a target says a caller has; nothing where its answer is none. */
export function callerAddress(body: Buffer): { readonly callerAddress?: string } {
  const text = body.toString("latin1").trim();
  return isIP(text) === 0 ? {} : { callerAddress: text };
}

import * as v from "valibot";
import type { InstanceIdentity } from "../../model/phase.ts";
import { scrub } from "../../model/redact.ts";

const word = v.pipe(v.string(), v.maxLength(100), v.transform(scrub));
const Document = v.object({ instanceId: word, privateIp: word, region: word });

/** What an instance-identity document says; `undefined` where the text is none. */
export function readIdentity(text: string): InstanceIdentity | undefined {
  try {
    const { output, success } = v.safeParse(Document, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

import { lineCounter } from "./edit.ts";
import type { Format, TextFault } from "./format.ts";
import { jsonFormat } from "./json-format.ts";
import { readJson } from "./json-members.ts";

const KEY = "HttpProxy";

const json = jsonFormat({
  nameOf: (path) => (path.length === 1 && path[0] === KEY ? KEY : undefined),
  pathOf: (name) => (name === KEY ? [KEY] : undefined),
  mentions: { [KEY]: KEY },
});

/** Assignments that Replicated reads, and the installer's `grep -o '"HttpProxy":\s*"[^"]*'` does not. */
function unseenByInstaller(text: string): readonly TextFault[] {
  const reading = readJson(text);
  if (reading.kind !== "object") return [];
  const assigned = reading.values.findLast(({ path }) => path.length === 1 && path[0] === KEY);
  if (assigned === undefined || text[assigned.start] !== '"') return [];
  const isSeen = /^"HttpProxy":[ \t\r]*"$/.test(text.slice(assigned.key, assigned.start + 1));
  return isSeen ? [] : [{ kind: "not-on-one-line", line: lineCounter(text)(assigned.key) }];
}

/** An empty file is no JSON object to Replicated. */
function emptiness(text: string): readonly TextFault[] {
  return readJson(text).kind === "blank" ? [{ kind: "syntax-error", line: 1 }] : [];
}

/**
 * `/etc/replicated.conf`: one JSON object, of which `HttpProxy` matters (domain-facts 4.1). Text that is not
 * valid JSON gives no assignment; what it mentions is flawed. A new key comes first in the object, on a line of
 * its own where the first key has one; `line` does not matter. The installer's script looks for key, colon and
 * value by line, with no blank before the colon.
 */
export const replicatedConf: Format = {
  ...json,
  faults: (text) => [...(json.faults?.(text) ?? []), ...emptiness(text), ...unseenByInstaller(text)],
};

import type { Format, TextFault } from "./format.ts";
import { isKept } from "./relevant.ts";

/** The byte order mark of UTF-8, as a text begins with it. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A byte order mark that costs a setting: one that the grammar reads without the mark and not with it. systemd, git and
 * dockerd take the mark off; to others it is a part of the first word.
 */
export function markFaults({ read }: Pick<Format, "read">, text: string): readonly TextFault[] {
  if (!text.startsWith(BYTE_ORDER_MARK)) return [];
  const taken = read(text);
  const isLost = read(text.slice(BYTE_ORDER_MARK.length)).some(
    ({ name, line }) => isKept(name) && !taken.some((each) => each.name === name && each.line === line),
  );
  return isLost ? [{ kind: "syntax-error", line: 1, reason: "byte-order-mark" }] : [];
}

/** A grammar whose program takes a byte order mark off before it reads; edits leave it where it is. */
export function behindMark(format: Format): Format {
  const { read, flawed, faults, replace, insert } = format;
  return {
    read: (text) => read(bare(text)),
    ...(flawed === undefined ? {} : { flawed: (text) => flawed(bare(text)) }),
    ...(faults === undefined ? {} : { faults: (text) => faults(bare(text)) }),
    replace: (text, ...change) => edited(text, (each) => replace(each, ...change)),
    insert: (text, ...change) => edited(text, (each) => insert(each, ...change)),
  };
}

/** A blank for the mark keeps all places. */
function bare(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? ` ${text.slice(BYTE_ORDER_MARK.length)}` : text;
}

function edited(text: string, edit: (text: string) => string): string {
  if (!text.startsWith(BYTE_ORDER_MARK)) return edit(text);
  const after = edit(bare(text));
  return after.startsWith(" ") ? `${BYTE_ORDER_MARK}${after.slice(1)}` : text;
}

import type { Format } from "./format.ts";
import { type Entry, lineFormat, physicalLines } from "./line-format.ts";

const KEY = /^(\s*)([^\s=:#;[][^=:]*)[=:]\s*/;

/** An assignment while its value may still go on: on lines that are indented more than its own. */
type Open = Omit<Entry, "value"> & { readonly indent: number; readonly values: string[]; end: number };

function entriesOf(text: string): readonly Entry[] {
  const all: Open[] = [];
  let inSection = false;
  let open: Open | undefined;
  for (const { content, offset, line } of physicalLines(text)) {
    const indent = /^\s*/.exec(content)?.[0].length ?? 0;
    if (/^\s*(?:[#;]|$)/.test(content)) continue;
    const end = offset + content.trimEnd().length;
    if (open !== undefined && indent > open.indent) {
      open.values.push(content.trim());
      open.end = end;
      continue;
    }
    open = undefined;
    if (/^\s*\[[^\]]/.test(content)) inSection = true;
    const [head, , name] = KEY.exec(content) ?? [];
    if (!inSection || head === undefined || name === undefined) continue;
    const span = { start: Math.min(offset + head.length, end), end };
    const place = { span, statement: { start: offset + indent, end }, end, indent };
    // Nothing of it reaches what goes to the network.
    open = { name: name.trimEnd(), line, exported: false, ...place, values: [text.slice(span.start, end)] };
    all.push(open);
  }
  return all.map(({ values, end, indent: _, span, statement, ...rest }) => {
    return { ...rest, value: values.join("\n"), span: { ...span, end }, statement: { ...statement, end } };
  });
}

/** A value of several lines is not written: its lines would have to be told from other settings. */
function written(value: string, raw = ""): string | undefined {
  return /[\n\r\0]/.test(value) || raw.includes("\n") || value !== value.trim() ? undefined : value;
}

/**
 * ~/.aws/config, as Python's `configparser` reads it for botocore: sections, `name = value` or `name: value`, values
 * that go on in indented lines, comments on lines of their own.
 *
 * Neither botocore nor the AWS CLI takes a proxy from it (of its `proxy_*` keys, botocore's `configprovider.py` reads
 * those about certificates and forwarding alone): no setting is exported.
 */
export const awsConfig: Format = lineFormat({
  entriesOf,
  written,
  added: (name, value) => (written(value) === undefined ? undefined : `${name} = ${value}`),
});

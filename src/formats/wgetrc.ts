import type { Format, TextFault } from "./format.ts";
import { type Entry, lineFormat, physicalLines } from "./line-format.ts";

const HEAD = /^[ \t\v\f\r]*([A-Za-z0-9_-]+)[ \t\v\f\r]*=[ \t\v\f\r]*/;

const CANONICAL: Readonly<Record<string, string>> = {
  httpproxy: "http_proxy",
  httpsproxy: "https_proxy",
  ftpproxy: "ftp_proxy",
  noproxy: "no_proxy",
  useproxy: "use_proxy",
  cacertificate: "ca_certificate",
  cadirectory: "ca_directory",
};

/** The usual spelling of a command about proxies or authorities: wget passes over `-`, `_` and case. Others stand as they are. */
export function wgetName(spelled: string): string {
  const bare = spelled.replace(/[-_]/g, "").toLowerCase();
  return (Object.hasOwn(CANONICAL, bare) ? CANONICAL[bare] : undefined) ?? spelled;
}

function entriesOf(text: string): readonly Entry[] {
  return [...physicalLines(text)].flatMap(({ content, offset, line }) => {
    const [head, name] = HEAD.exec(content) ?? [];
    if (head === undefined || name === undefined) return [];
    const value = content.slice(head.length).trimEnd();
    const start = offset + head.length;
    const end = start + value.length;
    const statement = { start: offset + (/^\s*/.exec(content)?.[0].length ?? 0), end };
    return [{ name: wgetName(name), value, line, exported: true, span: { start, end }, statement }];
  });
}

function faults(text: string): readonly TextFault[] {
  return [...physicalLines(text)]
    .filter(({ content }) => /^[ \t\v\f\r]*[^ \t\v\f\r#]/.test(content) && !HEAD.test(content))
    .map(({ line }) => ({ kind: "syntax-error", line }));
}

/** There are no quotes, and no blanks at either end. */
function written(value: string): string | undefined {
  return /[\n\0]/.test(value) || value !== value.trim() ? undefined : value;
}

const format = lineFormat({
  entriesOf,
  written,
  added: (name, value) => (written(value) === undefined ? undefined : `${name} = ${value}`),
});

/**
 * /etc/wgetrc and ~/.wgetrc (`parse_line` and `run_wgetrc` of wget's `src/init.c`, checked against 1.21.3): `name =
 * value` to the end of the line, without quotes; a comment has a line of its own. The names are given as the
 * environment has them, and come before those there; only `no_proxy` adds to what is there, unless it is empty. A line
 * that is no assignment stops wget.
 */
export const wgetrc: Format = { ...format, faults };

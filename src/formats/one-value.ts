import { provedInsertion, provedReplacement } from "./edit.ts";
import type { Assignment, Format } from "./format.ts";

/** The value of a text: all of it, less the line feed at its end. An empty text assigns nothing. */
function valueOf(text: string): string | undefined {
  return text === "" ? undefined : text.replace(/\n$/, "");
}

/**
 * A file that holds one value and nothing else, and whose own name is the setting's, as
 * `/var/lib/replicated/circle-config/http_proxy` (`echo "$HTTP_PROXY" > http_proxy`). Quotes, blanks and a
 * carriage return belong to the value. An empty line is an empty value.
 */
export function oneValue(name: string): Format {
  const read = (text: string): readonly Assignment[] => {
    const value = valueOf(text);
    return value === undefined ? [] : [{ name, value, line: 1, exported: true }];
  };
  const written = (text: string, value: string) => value + text.slice(valueOf(text)?.length ?? 0);
  return {
    read,
    replace: (text, line, which, value) => {
      if (which !== name || line !== 1 || text === "") return text;
      const after = written(text, value);
      return provedReplacement(read, { before: text, after }, { line, name, value });
    },
    insert: (text, _line, which, value) =>
      text === ""
        ? provedInsertion(read, { before: text, after: `${value}\n` }, { name: which, value })
        : text,
  };
}

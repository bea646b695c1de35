/**
 * Offset after the bracket or backquote that closes a substitution whose inside begins at `from`, with what
 * is nested in it passed over; `undefined` where it is never closed. Kept as a list and not as recursion, so
 * that deep nesting costs nothing.
 */
export function skipNested(
  text: string,
  from: number,
  closer: ")" | "}" | "`",
  context: "bare" | "quoted",
): number | undefined {
  const open: string[] = context === "quoted" ? ['"', closer] : [closer];
  const bottom = open.length;
  const plain = /[^\\'"`$(){}]+/y;
  let at = from;
  while (at < text.length) {
    plain.lastIndex = at;
    if (plain.test(text)) {
      at = plain.lastIndex;
      continue;
    }
    const character = text[at] ?? "";
    const innermost = open.at(-1);
    if (character === "\\") {
      at += 2;
    } else if (character === innermost) {
      open.pop();
      at++;
      if (open.length < bottom) return at;
    } else if (innermost === "`") {
      at++;
    } else if (character === "'" && !isLiteralQuote(open)) {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return undefined;
      at = end + 1;
    } else {
      const opened = openedBy(text, at, innermost);
      if (opened !== undefined) open.push(opened.closer);
      at += opened?.length ?? 1;
    }
  }
  return undefined;
}

/** A single quote is a plain character in double quotes, and in braces that stand in double quotes. */
function isLiteralQuote(open: readonly string[]): boolean {
  return open.at(-1) === '"' || (open.at(-1) === "}" && open.at(-2) === '"');
}

function openedBy(
  text: string,
  at: number,
  innermost: string | undefined,
): { readonly closer: string; readonly length: number } | undefined {
  const character = text[at];
  if (character === "`") return { closer: "`", length: 1 };
  if (character === '"') return { closer: '"', length: 1 };
  if (character === "$" && text[at + 1] === "(") return { closer: ")", length: 2 };
  if (character === "$" && text[at + 1] === "{") return { closer: "}", length: 2 };
  if (character === "(" && innermost === ")") return { closer: ")", length: 1 };
  return undefined;
}

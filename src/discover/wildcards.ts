/**
 * Whether a file's name matches a pattern of `*`, `?` and `[a-z]` as glob(7) has it: a dot at the beginning is
 * matched by a dot alone. Takes time in proportion to both lengths, whatever the pattern.
 */
export function matchesWildcards(name: string, pattern: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  const pieces = [...pattern.matchAll(/\[[!^]?\]?[^\]]{0,255}\]|[\s\S]/g)].map(([piece]) => piece);
  let at = 0;
  let piece = 0;
  // After a mismatch the last `*` takes one more character.
  let star = -1;
  let taken = 0;
  while (at < name.length) {
    const expected = pieces[piece];
    if (expected === "*") {
      star = piece++;
      taken = at;
    } else if (expected !== undefined && matchesOne(name[at] ?? "", expected)) {
      at++;
      piece++;
    } else if (star >= 0) {
      piece = star + 1;
      at = ++taken;
    } else {
      return false;
    }
  }
  return pieces.slice(piece).every((rest) => rest === "*");
}

function matchesOne(character: string, piece: string): boolean {
  if (piece === "?") return true;
  const [, negation, set] = /^\[([!^]?)([\s\S]+)\]$/.exec(piece) ?? [];
  if (set === undefined) return character === piece;
  const ranges = [...set.matchAll(/([\s\S])-([\s\S])|([\s\S])/g)];
  const isIn = ranges.some(([, from = "", to = "", single]) =>
    single === undefined ? from <= character && character <= to : single === character,
  );
  return isIn === (negation === "");
}

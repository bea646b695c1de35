/** Our own signs and what stands for each where only ASCII can be shown: as wide, so that columns stay in line. */
const IN_ASCII: Readonly<Record<string, string>> = {
  "✓": "+",
  "✗": "x",
  "·": ".",
  "–": "-",
  "—": "-",
  "─": "-",
  "→": ">",
  "…": "~",
};

/** Lines of ours as a terminal can show them. The words say without any sign what is meant. */
export function spelled(
  lines: readonly string[],
  glyphs: "unicode" | "ascii" = "unicode",
): readonly string[] {
  if (glyphs === "unicode") return lines;
  return lines.map((line) => line.replace(/[✓✗·–—─→…]/g, (sign) => IN_ASCII[sign] ?? sign));
}

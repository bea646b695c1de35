/**
 * An environment as `env` prints it: `KEY=VALUE` lines, the value as it stands up to the line ending, quotes
 * included; of two lines with one name the later counts. Lines without `=` or with nothing before it, and
 * comments, give nothing.
 */
export function parseEnvironmentFile(text: string): Record<string, string> {
  const entries = text.split(/\r?\n/).flatMap((line) => {
    const equals = line.indexOf("=");
    return equals < 1 || line.startsWith("#")
      ? []
      : [[line.slice(0, equals), line.slice(equals + 1)] as const];
  });
  return Object.fromEntries(entries);
}

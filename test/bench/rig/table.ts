/** Says a line on standard output. */
export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** A table for people: the first row is its head, figures stand on the right. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  say(`\n${title}\n`);
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return /^-?\d/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
    });
    say(`  ${cells.join("  ").trimEnd()}`);
  }
}

/** Evidence that is folded away: `head` and `foot` stand about the rows, and are ours and short. */
export type Fold = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly foot: readonly string[];
};

/** Folded parts of at most `room` characters together: the first ones whole, of those behind as many rows as fit. */
export function foldsWithin(folds: readonly Fold[], room: number): string {
  const filled = folds.filter(({ rows }) => rows.length > 0);
  let left = room - sum(filled.map((fold) => folded(fold, 0).length));
  return filled
    .map((fold) => {
      const shown = rowsWithin(fold.rows, left);
      left -= sum(fold.rows.slice(0, shown).map(lengthOf));
      return folded(fold, shown);
    })
    .join("");
}

/** How many rows fit. */
function rowsWithin(rows: readonly string[], room: number): number {
  let taken = 0;
  const more = rows.findIndex((each) => {
    taken += lengthOf(each);
    return taken > room;
  });
  return more === -1 ? rows.length : more;
}

function folded({ title, head, rows, foot }: Fold, shown: number): string {
  const left = rows.length - shown;
  const cut = left === 0 ? [] : ["", `${left} of ${rows.length} are left out for length.`];
  return [
    "",
    "<details>",
    `<summary>${title}</summary>`,
    "",
    ...head,
    ...rows.slice(0, shown),
    ...foot,
    ...cut,
    "",
    "</details>",
    "",
  ].join("\n");
}

function lengthOf(row: string): number {
  return row.length + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

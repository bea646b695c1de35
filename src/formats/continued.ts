/** Whether a line goes on in the next one: the backslashes at its end are odd in number. */
export function isContinued(line: string): boolean {
  // A regular expression would look at each of many backslashes in mid-line as often as there are more behind it.
  let end = line.length;
  while (line[end - 1] === "\\") end--;
  return (line.length - end) % 2 === 1;
}

/** Words that no shell reads as anything but themselves, wherever they stand. */
const PLAIN = /^[\w@%+:,./-][\w@%+:,./=-]*$/;

/** Words as one line for a POSIX shell, which reads them back as they were. */
export function shellLine(words: readonly string[]): string {
  return words.map((word) => (PLAIN.test(word) ? word : `'${word.replaceAll("'", QUOTE)}'`)).join(" ");
}

/** Without the usual backslash: ssh looks for quotes in its options too, and takes one in quotes for an escape. */
const QUOTE = `'"'"'`;

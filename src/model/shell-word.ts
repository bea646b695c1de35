/** Words that no shell reads as anything but themselves, wherever they stand. */
const PLAIN = /^[\w@%+:,./-][\w@%+:,./=-]*$/;

/**
 * A word as a POSIX shell takes it and reads it back as it was, in quotes where it has to be.
 *
 * @param quote what stands for a single quote within single quotes
 */
export function shellWord(word: string, quote = "'\\''"): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", quote)}'`;
}

/** The command line, or a file given on it, is wrong. The message is one line that says what and where. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

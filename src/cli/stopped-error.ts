/** The deadline or an interrupt came before there was anything to report. The message is one line. */
export class StoppedError extends Error {
  override readonly name = "StoppedError";
}

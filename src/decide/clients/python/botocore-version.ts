/** The version of botocore, and of the Python that runs it. */
export type BotocoreVersions = { readonly own: string; readonly python: string };

/** What is assumed where it is not said: Debian 12's. */
const PYTHON = "3.11.2";

/**
 * Reads botocore's version alone, or the line that `aws --version` prints:
 * `aws-cli/1.16.170 Python/2.7.12 Linux/4.4.0 botocore/1.12.160`.
 */
export function readBotocoreVersions(text: string): BotocoreVersions {
  const own = /botocore\/(\d\S*)/.exec(text)?.[1];
  const python = /Python\/(\d\S*)/.exec(text)?.[1];
  return { own: own ?? text, python: python ?? PYTHON };
}

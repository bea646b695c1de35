/** The code of a system's error, such as `ENOENT`; empty where an error has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Stub. */
export async function compareOnNodes(_words: readonly string[]): Promise<number> {
  return 0;
}

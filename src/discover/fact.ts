/** Something that was found out about an installation: where, as `path:line`, a path, `environment` or a program. */
export type Fact<T> = { readonly value: T; readonly found: string };

/** The first of some facts that is known; of several sources the better one comes first. */
export async function firstFact<T>(
  finders: readonly (() => Promise<Fact<T> | undefined>)[],
): Promise<Fact<T> | undefined> {
  for (const find of finders) {
    const fact = await find();
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** `path:line` of a place in a text. */
export function placeAt(path: string, text: string, offset: number): string {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return `${path}:${line}`;
}

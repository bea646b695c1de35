/**
 * Tells whether a path of keys is one where people mean to name a proxy to Docker: at the top or below `proxies`, by one
 * of these names as either of its files or the environment spells it.
 */
export function meansDockerProxy(names: readonly string[]): (path: readonly string[]) => boolean {
  const spelled = new RegExp(`^(?:${names.join("|")})[-_]?proxy$`, "i");
  return (path) => spelled.test(path.at(-1) ?? "") && (path.length === 1 || path[0] === "proxies");
}

/**
 * A pure function of a value that never changes, which works its answer out once for each: the value is known by its
 * identity, and the answer goes when the value goes. Judging asks the same of the same settings for every rule, and of
 * those that a fix does not touch for every fix.
 */
export function onceFor<K extends object, T>(answer: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly found: T }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.found;
    const found = answer(key);
    known.set(key, { found });
    return found;
  };
}

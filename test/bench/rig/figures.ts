/** The middle one of some figures; the upper of two. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** Does something so many times, one after another. */
export async function rounds<T>(count: number, once: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let round = 0; round < count; round += 1) results.push(await once());
  return results;
}

/** Whole milliseconds. */
export function ms(figure: number): string {
  return `${figure.toFixed(0)} ms`;
}

/** `1.23`, the share of one figure in another. */
export function ratio(figure: number, beside: number): string {
  return (figure / beside).toFixed(2);
}

/** What a table says of a figure that has a target. */
export function verdict(isMet: boolean): "ok" | "OFF" {
  return isMet ? "ok" : "OFF";
}

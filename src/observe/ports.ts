/** Ports that clients call where none is written. */
const USUAL = [80, 443, 1080, 3128, 8080];
/**
 * Every port that a client may call: the usual ones, and every number in the texts that might be one. Of a
 * larger number some programs take the last sixteen bits.
 */
export function portsIn(texts: readonly string[]): readonly number[] {
  const written = (texts.join(" ").match(/\d+/g) ?? []).map(Number).filter(Number.isSafeInteger);
  const ports = [...USUAL, ...written.flatMap((number) => [number, number % 65_536])];
  return [...new Set(ports)].filter((port) => port > 0 && port <= 65_535);
}

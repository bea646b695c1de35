/** Ports that clients call where none is written. */
const USUAL = [80, 443, 1080, 3128, 8080];
/** Where the name server listens. */
const NAMES = 53;

/** Every port that a client may call: the usual ones, and every number in the texts that might be one. */
export function portsIn(texts: readonly string[]): readonly number[] {
  const written = (texts.join(" ").match(/\d+/g) ?? []).map(Number);
  const ports = [...USUAL, ...written].filter((port) => port > 0 && port <= 65_535 && port !== NAMES);
  return [...new Set(ports)];
}

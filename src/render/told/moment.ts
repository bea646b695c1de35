/** A moment as ISO 8601 writes it, for people: `2026-11-27 21:35:26 UTC`. */
export function momentOf(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z$/, "$1 $2 UTC");
}

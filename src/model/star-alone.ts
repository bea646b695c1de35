/** Whether a bypass list is nothing but `*`: every host, to most clients, as long as no other entry stands beside it. */
export function isStarAlone(list: string): boolean {
  return list.trim() === "*";
}

import { maskLogin, maskPlace, partsOf, placeIn } from "./authority.ts";
import type { Mark } from "./mark.ts";

/** What stands between the signs by which lists and assignments are parted. */
const ENTRY = /[^\s,|;"'\\=]+/g;

/**
 * Hides what a list's entries hold besides hosts, ports, networks and paths: a login, whole or cut off, however its
 * scheme is spelled.
 */
export function maskEntries(list: string, mark: Mark): string {
  return list.replace(ENTRY, (entry) => maskEntry(entry, mark));
}

function maskEntry(entry: string, mark: Mark): string {
  const parts = partsOf(entry);
  const { place } = parts;
  return `${maskLogin(parts, mark)}${isHostAlone(place) ? place : maskPlace(place, mark)}`;
}

/** Whether no port, and so no password, stands between a host and the size of its network or its path. */
function isHostAlone(text: string): boolean {
  const place = placeIn(text);
  const behind = text.slice(place.length);
  return /^\/\d{1,3}$/.test(behind) || (behind.startsWith("/") && !/:|%(?:25){0,3}3a/i.test(place));
}

import { createHmac } from "node:crypto";

/** 32 bytes for a text, always the same by one key: of different purposes, none tells of another. */
export type Keyed = (purpose: string, text: string) => Uint8Array;

/** What is drawn by a key, which nothing that is drawn gives away. */
export function keyed(key: Uint8Array): Keyed {
  return (purpose, text) => createHmac("sha256", key).update(`${purpose}\0${text}`).digest();
}

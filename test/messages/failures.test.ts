import { expect, test } from "vitest";
import { FAILURE_MEANINGS, FAILURES, failureInCell, failureWords } from "../../src/messages/failures.ts";
import { FAILURE_CODES } from "../../src/model/phase.ts";

const KINDS = [...FAILURE_CODES, "answered-by-another"] as const;

test("every failure has words that fit a cell, no two the same", () => {
  const words = KINDS.map((kind) => FAILURES[kind]);
  expect(words.filter((each) => each.length > 20 || each === "")).toEqual([]);
  expect(new Set(words).size).toBe(KINDS.length);
});

test.each(KINDS)("%s has a meaning that can go on a sentence", (kind) => {
  expect(FAILURE_MEANINGS[kind]).toMatch(/^[a-z].*[^.]$|^TLS .*[^.]$/);
});

test.each([
  ["tls-alert", 40, "TLS alert 40, handshake failure", "TLS alert 40"],
  ["tls-alert", 199, "TLS alert 199", "TLS alert 199"],
  ["tls-alert", undefined, "TLS alert", "TLS alert"],
  ["old-tls-only", 70, "old TLS only: alert 70, protocol version", "old TLS only"],
  ["old-tls-only", undefined, "old TLS only", "old TLS only"],
  [
    "client-certificate-asked",
    116,
    "wants a certificate: alert 116, certificate required",
    "wants a certificate",
  ],
] as const)("%s by alert %s is, in a sentence, %s", (code, alert, inSentence, inCell) => {
  expect(failureWords(code, alert)).toBe(inSentence);
  expect(failureInCell(code, alert)).toBe(inCell);
});

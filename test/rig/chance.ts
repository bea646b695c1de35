import fc from "fast-check";

/**
 * What all chance in tests is drawn from: the same in every run, so that what fails was broken by the change at hand.
 * `SEED=random` draws anew, to find what nobody has thought of, and `SEED=N` replays what was found.
 */
export const SEED = seedOf(process.env["SEED"] ?? "1");

function seedOf(text: string): number {
  if (text === "random") return Date.now() % 2 ** 31;
  if (/^-?\d{1,10}$/.test(text)) return Number(text);
  throw new Error(`SEED: "${text}" is neither a number nor "random"`);
}

fc.configureGlobal({ seed: SEED });

import { setFlagsFromString } from "node:v8";

/** More than a check's answers make V8 run of it. */
const NEVER = 1_000_000_000;

/**
 * Has V8 leave undici's parser of HTTP, which is WebAssembly, as it compiles it first. To compile it for speed takes a
 * tenth of a second of a processor and 40 MB, and the program cannot end before: too much for the few answers of a
 * check. What Node has not loaded by then of its own, it may compile anew.
 */
export function keepParserAsItIs(): void {
  setFlagsFromString(`--wasm-tiering-budget=${NEVER}`);
}

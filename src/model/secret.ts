import { MASK } from "./mark.ts";

/**
 * A value that must never be shown: it prints, serialises and inspects as `***`, or as the marker that stands for it
 * elsewhere.
 * `reveal()` is called only in `measure/`, to present credentials to the proxy they belong to, in `fix/`, where the
 * text of a file is made in memory that is to hold the login again, for the files that `generate` writes, and in
 * `tunnel/`, for the environment of the ssh that is led through that proxy.
 */
export class Secret {
  readonly #value: string;
  readonly #marker: string;

  constructor(value: string, marker = MASK) {
    this.#value = value;
    this.#marker = marker;
  }

  reveal(): string {
    return this.#value;
  }

  toJSON(): string {
    return this.#marker;
  }

  toString(): string {
    return this.#marker;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.#marker;
  }
}

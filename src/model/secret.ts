/**
 * A value that must never be shown: it prints, serialises and inspects as `***`.
 * `reveal()` is called only in `measure/`, to present credentials to the proxy they belong to, in `fix/`, where the
 * text of a file is made in memory that is to hold the login again, for the files that `generate` writes, and in
 * `tunnel/`, for the environment of the ssh that is led through that proxy.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toJSON(): string {
    return "***";
  }

  toString(): string {
    return "***";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "***";
  }
}

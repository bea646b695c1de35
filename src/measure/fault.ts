import type { Failure, FailureCode } from "../model/phase.ts";

const FAILURE = Symbol("failure");

/** An error to throw that already has its name: an answer which is a failure, or a wait that was ended. */
export function fault(code: FailureCode, message: string, more: Partial<Failure> = {}): Error {
  return Object.assign(new Error(message), { [FAILURE]: { code, message, ...more } });
}

/** The failure that such an error carries. */
export function failureIn(error: unknown): Failure | undefined {
  return error instanceof Error && FAILURE in error ? (error[FAILURE] as Failure) : undefined;
}

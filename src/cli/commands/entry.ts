import type { Command } from "commander";
import type { ExitCode } from "../exit-code.ts";

/** A command line as a person types it, on one line, and what it is for in a few words. */
export type Example = { readonly command: string; readonly says: string };

/** What commands are listed under. */
export const GROUPS = {
  look: "See what is wrong:",
  mend: "Mend it:",
  report: "Read and hand on reports:",
  more: "More:",
} as const;

/** One command of the program: what help, the man page and completion tell of it, and what it does. */
export type CommandEntry = {
  readonly name: string;
  readonly group: keyof typeof GROUPS;
  /** One clause, without a full stop. */
  readonly description: string;
  readonly examples: readonly Example[];
  /** What else there is to know, in whole sentences. */
  readonly notes?: string;
  /** Adds its arguments and options. */
  readonly options: (command: Command) => Command;
  /**
   * Loads its own code only now; rejects with a `UsageError` where the words or options are wrong. `program` makes the
   * whole command line, for what tells of it.
   */
  readonly run: (words: readonly string[], options: unknown, program: () => Command) => Promise<ExitCode>;
};

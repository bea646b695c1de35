import type { DropReason, FaultKind, Setting } from "../model/setting.ts";

/** One assignment as its loader reads it. `line` counts from 1 and is where the statement begins. */
export type Assignment = {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  /** Whether a child process of whoever loads the file inherits it. */
  readonly exported: boolean;
  /** Why the loader does not take it. */
  readonly flaw?: Setting["flaw"];
  /** No assignment: it takes back all that its loader read before, in this file and those before it. */
  readonly resets?: true;
};

/** A line that keeps the loader from reading the file as a person means it, and that is no assignment. */
export type TextFault = {
  readonly kind: FaultKind;
  readonly line: number;
  /** Why this statement alone is not taken. */
  readonly reason?: DropReason;
};

/**
 * One grammar of settings files, pure. Editing keeps every other byte of the text; reading the edited text
 * gives back the value that was written, and every other assignment as it was. An edit that cannot be made so
 * leaves the text as it is.
 */
export type Format = {
  readonly read: (text: string) => readonly Assignment[];
  /** What a person would read and the loader does not take, or not whole: the value is what the person would read. */
  readonly flawed?: (text: string) => readonly Assignment[];
  /** Where the text is no text of this grammar. */
  readonly faults?: (text: string) => readonly TextFault[];
  /**
   * The text with the value of `name`, assigned at `line`, replaced; its quoting is kept where it can be. Of several
   * of the name at the line, it is the last one that counts.
   */
  readonly replace: (text: string, line: number, name: string, value: string) => string;
  /** The text with a new assignment after `line` (0: at the end), in the form the file's loaders all read. */
  readonly insert: (text: string, line: number, name: string, value: string) => string;
  /** The text without the assignment of `name` at `line`; of several there it is the first, which counts the least. */
  readonly remove?: (text: string, line: number, name: string) => string;
  /** The text with what is flawed or not exported at `line` written so that the loader takes it, and exports it. */
  readonly restate?: (text: string, line: number, name: string, value: string) => string;
  /**
   * The text without the fault at `line`: without the line, or, of a label before an assignment, without the label.
   * Where that would cost an assignment that the loader takes, all that was pasted with it goes as well.
   */
  readonly removeFault?: (text: string, line: number) => string;
};

/** What the one file is: a script for a node that is there, or an executable that holds node or bun. */
export type Form = "script" | "node-executable" | "bun-executable";

declare const ONE_FILE_FORM: Form;
declare const ONE_FILE_PATH: string;

/** Which of them this is; the build says it. */
export const FORM = ONE_FILE_FORM;

/** Where the file's program lies, as a thread is to find it. */
export const FILE: string = ONE_FILE_PATH;

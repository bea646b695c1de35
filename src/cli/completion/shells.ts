/** Shells for which there is completion. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
/** The name of one of them. */
export type Shell = (typeof SHELLS)[number];

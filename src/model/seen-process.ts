/** A running program that reads proxy settings, whether it was given any or not. */
export type SeenProcess = {
  /** Its process id. */
  readonly pid: number;
  /** Name of the executable, for example `dockerd`. */
  readonly program: string;
  /** Whether we could read what it was started with. */
  readonly environment: "read" | "unreadable";
};

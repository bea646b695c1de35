import type { ProgramName, ProgramVersions } from "../model/program.ts";

/** What reading one path gave. */
export type FileRead =
  | { readonly kind: "text"; readonly text: string; readonly everyoneReads?: true }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** A process as /proc shows it. */
export type RunningProcess = {
  readonly pid: number;
  /** Name of the executable, for example `dockerd`. */
  readonly program: string;
  /** The program and its arguments. */
  readonly commandLine: readonly string[];
  /** What it was started with; missing where we may not read it. */
  readonly environment?: Readonly<Record<string, string>>;
};

/** The machine as `discover` sees it: the real one, a tree below another root, or one of the lab's. */
export type Machine = {
  readonly environment: Readonly<Record<string, string>>;
  /** Text of a file, at most 1 MiB; a larger or binary one is unreadable. Never throws. */
  readonly read: (path: string) => Promise<FileRead>;
  /** Full paths of the files directly in a directory, sorted; empty where there is none. */
  readonly list: (directory: string) => Promise<readonly string[]>;
  /** Full paths of the directories directly in a directory, sorted; empty where there is none. */
  readonly directories: (directory: string) => Promise<readonly string[]>;
  /** Processes of these programs, by process id. Never throws. */
  readonly processes: (programs: readonly string[]) => Promise<readonly RunningProcess[]>;
  /** Addresses of this machine's interfaces, IPv4 and IPv6, without zone. */
  readonly addresses: readonly string[];
  /** Versions of these programs, as far as they are installed and tell them. Never throws. */
  readonly versions: (programs: readonly ProgramName[]) => Promise<ProgramVersions>;
};

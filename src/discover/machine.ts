import type { ProgramName, ProgramVersions } from "../model/program.ts";

/** Why something that is there cannot be read; `at` is the directory that bars the way, where one does. */
export type Barred = { readonly kind: "unreadable"; readonly reason: string; readonly at?: string };

/** What reading one path gave. */
export type FileRead =
  | { readonly kind: "text"; readonly text: string; readonly everyoneReads?: true }
  | { readonly kind: "absent" }
  | Barred;

/** What a directory holds: full paths, sorted. A link counts as what it leads to. */
export type Listing = { readonly files: readonly string[]; readonly directories: readonly string[] };

/** What listing one directory gave. */
export type DirectoryRead = ({ readonly kind: "listed" } & Listing) | { readonly kind: "absent" } | Barred;

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
  /** What this machine calls itself, where its system can be asked; else its files may tell. */
  readonly hostname?: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Text of a file, at most 1 MiB; a larger or binary one is unreadable. Never throws. */
  readonly read: (path: string) => Promise<FileRead>;
  /** Certificates (PEM, among other text) of a Java keystore, as `keytool` lists them. Never throws. */
  readonly keystore: (path: string) => Promise<FileRead>;
  /** What lies directly in a directory. Never throws. */
  readonly list: (directory: string) => Promise<DirectoryRead>;
  /** Processes of these programs, by process id. Never throws. */
  readonly processes: (programs: readonly string[]) => Promise<readonly RunningProcess[]>;
  /** Addresses of this machine's interfaces, IPv4 and IPv6, without zone. */
  readonly addresses: readonly string[];
  /** Those that other machines may know: of no loopback interface, and of no bridge for containers. */
  readonly outerAddresses: readonly string[];
  /** Versions of these programs, as far as they are installed and tell them. Never throws. */
  readonly versions: (programs: readonly ProgramName[]) => Promise<ProgramVersions>;
};

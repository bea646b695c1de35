/** A command line: a program and its arguments. */
export type Command = readonly [string, ...string[]];

/** How an installed program tells the version of the client it is made with. */
export type VersionCommand = {
  readonly command: Command;
  /** Finds the version, as its first group, in what the command prints. */
  readonly pattern: RegExp;
};

/** Programs whose version decides how they read settings. */
export const PROGRAM_NAMES = ["curl", "wget", "apt", "git", "aws", "docker", "java"] as const;
/** A program that tells its version. */
export type ProgramName = (typeof PROGRAM_NAMES)[number];

/** How each is asked. Docker tells the Go that it was built with. */
export const VERSION_COMMANDS = {
  curl: { command: ["curl", "--version"], pattern: /^curl (\S+)/ },
  wget: { command: ["wget", "--version"], pattern: /Wget (\S+)/ },
  apt: { command: ["apt-get", "--version"], pattern: /^apt (\S+)/ },
  git: { command: ["git", "--version"], pattern: /version (\S+)/ },
  aws: { command: ["aws", "--version"], pattern: /botocore\/(\S+)/ },
  docker: { command: ["docker", "version", "--format", "{{.Client.GoVersion}}"], pattern: /^go(\S+)/ },
  java: { command: ["java", "-version"], pattern: /version "([^"]+)"/ },
} as const satisfies Record<ProgramName, VersionCommand>;

/** Versions of programs, as far as they are known. */
export type ProgramVersions = { readonly [N in ProgramName]?: string };

/** A command line: a program and its arguments. */
export type Command = readonly [string, ...string[]];

/** How an installed program tells the version of the client it is made with. */
export type VersionCommand = {
  readonly command: Command;
  /** Finds the version, as its first group, in what the command prints. */
  readonly pattern: RegExp;
};

/** Versions of programs, as far as they are known. */
export type ProgramVersions = {
  /** Of curl. */
  readonly curl?: string;
  /** Of wget. */
  readonly wget?: string;
  /** Of apt. */
  readonly apt?: string;
  /** Of git. */
  readonly git?: string;
  /** Of the botocore that the AWS command is made with. */
  readonly aws?: string;
  /** Of the Go that Docker is built with. */
  readonly docker?: string;
  /** Of the JVM. */
  readonly java?: string;
};
/** A program that tells its version, which decides how it reads settings. */
export type ProgramName = keyof ProgramVersions;

/** How each is asked. */
export const VERSION_COMMANDS = {
  curl: { command: ["curl", "--version"], pattern: /^curl (\S+)/ },
  wget: { command: ["wget", "--version"], pattern: /Wget (\S+)/ },
  apt: { command: ["apt-get", "--version"], pattern: /^apt (\S+)/ },
  git: { command: ["git", "--version"], pattern: /version (\S+)/ },
  aws: { command: ["aws", "--version"], pattern: /botocore\/(\S+)/ },
  docker: { command: ["docker", "version", "--format", "{{.Client.GoVersion}}"], pattern: /^go(\S+)/ },
  java: { command: ["java", "-version"], pattern: /version "([^"]+)"/ },
} as const satisfies Record<ProgramName, VersionCommand>;

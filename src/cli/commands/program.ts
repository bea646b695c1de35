import type { CommandEntry } from "./entry.ts";

/** The program itself, where no command is named. */
export const PROGRAM: Pick<CommandEntry, "name" | "description" | "examples" | "notes"> = {
  name: "proxy-doctor",
  description:
    "Which traffic of a CircleCI Server goes the wrong way past or through its HTTP proxy, why, and what to change",
  examples: [
    { command: "proxy-doctor", says: "What is wrong on this machine" },
    {
      command: "proxy-doctor check --services 10.0.1.238 --ghe ghe.example.com",
      says: "The same, with names that it cannot find by itself",
    },
    {
      command: "proxy-doctor tunnel --services 10.0.1.238",
      says: "The console on port 8800 does not open: how to reach it",
    },
    { command: "proxy-doctor lint", says: "Judge the settings alone, and send nothing" },
    { command: "sudo proxy-doctor fix --write", says: "Make the changes that are proved to mend it" },
    {
      command: "proxy-doctor route http://169.254.169.254/",
      says: "Which way curl, Go, Java and the others go to a URL",
    },
    { command: "proxy-doctor check --lab misrouted-metadata", says: "See all of it on a built-in world" },
  ],
  notes:
    "proxy-doctor help COMMAND shows a command's examples and options.\n\nExit status: 0 no error found, 1 at least one, 2 wrong command line or file, 3 incomplete run.",
};

import type { ChildProcess } from "node:child_process";
import type { NameServerSays } from "../../model/phase.ts";
import type { Address } from "../network.ts";

/** What the helper tells of a name: its end, with addresses or a code, or before it what name servers say. */
export type Told = {
  readonly host: string;
  readonly addresses?: readonly Address[];
  readonly code?: string;
  readonly errno?: number;
  readonly servers?: readonly NameServerSays[];
};

/** A process that looks up so many names at once; a further one would wait for another's end. */
export type LookupProcess = {
  readonly namesAtOnce: number;
  readonly ask: (host: string) => void;
  readonly kill: () => void;
};

/**
 * What becomes of such a process. It ends once, and not when it is killed from here; `starved` when the system
 * did not let it have its threads.
 */
export type Listener = {
  readonly told: (told: Told) => void;
  readonly ended: (end: { readonly why: string; readonly starved: boolean }) => void;
};

/** What starts the process of the look-ups, with so many threads: `startHelper`, or what a test starts in its place. */
export type HelperStarter = (threads: number) => ChildProcess;

/** Starts a process that looks up names, each on a thread that is held until the resolver answers. */
export function startLookups(
  namesAtOnce: number,
  { told, ended }: Listener,
  start: HelperStarter,
): LookupProcess {
  // libuv lets look-ups have half of its threads.
  const child = start(namesAtOnce * 2);
  let hasAnswered = false;
  let isOver = false;
  const end = (why: string, starved: boolean) => {
    if (!isOver) ended({ why, starved });
    isOver = true;
  };
  child.on("message", (message: Told) => {
    hasAnswered = true;
    if (!isOver) told(message);
  });
  child.on("error", ({ message }) => end(message, false));
  // libuv makes all of its threads at the first name, and aborts where it cannot.
  child.on("exit", (_, signal) => end("it has ended", signal === "SIGABRT" && !hasAnswered));
  return {
    namesAtOnce,
    ask: (host) => {
      child.send(host, (error) => {
        if (error !== null) end(error.message, false);
      });
    },
    kill: () => {
      isOver = true;
      child.kill("SIGKILL");
    },
  };
}

import type { NameServerSays } from "../../model/phase.ts";
import type { Address } from "../network.ts";

type Hear = (servers: readonly NameServerSays[]) => void;

/** A name that is looked up once for all who wait for it. */
export type SharedName = {
  readonly host: string;
  /** Waits with the others for the end; no longer when `signal` aborts. `hear` is told all that name servers say. */
  readonly join: (signal: AbortSignal, hear: Hear) => Promise<readonly Address[]>;
  readonly hear: Hear;
  readonly settle: (end: readonly Address[] | Error) => void;
  /** All who waited have given up. */
  readonly isAbandoned: () => boolean;
};

/** A name that nobody waits for yet; tells of everyone who gives up. */
export function sharedName(host: string, onLeave: () => void): SharedName {
  const waiting = new Map<(end: readonly Address[] | Error) => void, Hear>();
  let heard: readonly NameServerSays[] | undefined;
  return {
    host,
    join: (signal, hear) =>
      new Promise((resolve, reject) => {
        const giveUp = () => {
          waiting.delete(end);
          reject(signal.reason);
          onLeave();
        };
        const end = (how: readonly Address[] | Error) => {
          signal.removeEventListener("abort", giveUp);
          if (how instanceof Error) reject(how);
          else resolve(how);
        };
        signal.addEventListener("abort", giveUp, { once: true });
        waiting.set(end, hear);
        if (heard !== undefined) hear(heard);
      }),
    hear: (servers) => {
      heard = servers;
      for (const hear of waiting.values()) hear(servers);
    },
    settle: (how) => {
      for (const end of waiting.keys()) end(how);
      waiting.clear();
    },
    isAbandoned: () => waiting.size === 0,
  };
}

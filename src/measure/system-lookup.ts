import type { ChildProcess } from "node:child_process";
import { startHelper } from "./helper.ts";
import type { Address, Network } from "./network.ts";

type Answer = {
  readonly host: string;
  readonly addresses?: readonly Address[];
  readonly code?: string;
  readonly errno?: number;
};

/** An answer, or what went wrong with the helper. */
type Outcome = Answer | Error;

type Waiting = { readonly promise: Promise<readonly Address[]>; readonly settle: (outcome: Outcome) => void };

/**
 * The system's resolver in a process that can be killed. It is started with the first name; a name that several
 * ask for at once is looked up once. Where the process cannot be started or dies, names fail with an error that
 * has no code: that is a fault of ours, and says nothing about the resolver.
 */
export function systemLookup(): Pick<Network, "lookup" | "close"> {
  const waiting = new Map<string, Waiting>();
  let helper: ChildProcess | undefined;

  const start = () => {
    const child = startHelper();
    child.on("message", (answer: Answer) => waiting.get(answer.host)?.settle(answer));
    const end = (why: string) => {
      // One that was closed, or has told of its end already, may have a successor.
      if (helper === child) forget(why);
    };
    child.on("error", ({ message }) => end(message)).on("exit", () => end("it has ended"));
    return child;
  };

  const forget = (why: string) => {
    helper = undefined;
    for (const [host, { settle }] of waiting) settle(failed(host, why));
  };

  const ask = (host: string): Promise<readonly Address[]> => {
    const known = waiting.get(host);
    if (known !== undefined) return known.promise;
    let settle: Waiting["settle"] = () => undefined;
    const promise = new Promise<readonly Address[]>((resolve, reject) => {
      settle = (outcome) => {
        waiting.delete(host);
        if (outcome instanceof Error) reject(outcome);
        else if (outcome.addresses !== undefined) resolve(outcome.addresses);
        else reject(resolverError(outcome));
      };
    });
    promise.catch(() => undefined);
    waiting.set(host, { promise, settle });
    try {
      helper ??= start();
      helper.send(host, (error) => {
        if (error !== null) settle(failed(host, error.message));
      });
    } catch (error) {
      settle(failed(host, String(error)));
    }
    return promise;
  };

  return {
    lookup: (host) => ask(host),
    close: () => {
      helper?.kill("SIGKILL");
      forget("it was closed");
    },
  };
}

function failed(host: string, why: string): Error {
  return new Error(`the process that looks up ${host} failed: ${why}`);
}

function resolverError({ host, code, errno }: Answer): Error {
  return Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code, errno });
}

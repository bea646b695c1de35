import type { ChildProcess } from "node:child_process";
import { startHelper } from "./helper.ts";
import type { Address, Network } from "./network.ts";

type Answer = {
  readonly host: string;
  readonly addresses?: readonly Address[];
  readonly code?: string;
  readonly errno?: number;
};

type Waiting = { readonly promise: Promise<readonly Address[]>; readonly answer: (answer: Answer) => void };

/**
 * The system's resolver in a process that can be killed. It is started with the first name; a name that several
 * ask for at once is looked up once.
 */
export function systemLookup(): Pick<Network, "lookup" | "close"> {
  const waiting = new Map<string, Waiting>();
  let helper: ChildProcess | undefined;

  const start = () => {
    const child = startHelper();
    child.on("message", (answer: Answer) => waiting.get(answer.host)?.answer(answer));
    const end = () => {
      // One that was closed, or has told of its end already, may have a successor.
      if (helper === child) forget();
    };
    child.on("error", end).on("exit", end);
    return child;
  };

  const forget = () => {
    helper = undefined;
    for (const [host, { answer }] of waiting) answer({ host, code: "EAI_FAIL" });
  };

  const ask = (host: string): Promise<readonly Address[]> => {
    const known = waiting.get(host);
    if (known !== undefined) return known.promise;
    let answer: Waiting["answer"] = () => undefined;
    const promise = new Promise<readonly Address[]>((resolve, reject) => {
      answer = ({ addresses, code, errno }) => {
        waiting.delete(host);
        if (addresses !== undefined) resolve(addresses);
        else reject(Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code, errno }));
      };
    });
    promise.catch(() => undefined);
    waiting.set(host, { promise, answer });
    helper ??= start();
    helper.send(host, (error) => {
      if (error !== null) answer({ host, code: "EAI_FAIL" });
    });
    return promise;
  };

  return {
    lookup: (host) => ask(host),
    close: () => {
      helper?.kill("SIGKILL");
      forget();
    },
  };
}

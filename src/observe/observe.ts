import { execFile } from "node:child_process";
import pLimit from "p-limit";
import type { ClientName, Environment } from "../model/client.ts";
import type { ClientRoute, SeenRoute, Sight } from "../model/client-route.ts";
import { partCommand } from "../parts/program.js";
import { agree } from "./compare.ts";

/** Programs that are asked at the same time; each waits for little but itself. */
const AT_ONCE = 3;
/** What one program may take for one URL is bounded inside the enclosure; this is for what bounds it. */
const MOST_MS_PER_URL = 4000;

/** What is asked of the inside of an enclosure. */
export type Question = {
  readonly client: ClientName;
  readonly urls: readonly string[];
  readonly environment: Environment;
};

/** Where a program was seen to go, or why nothing was seen. */
export type Way = SeenRoute | { readonly unseen: string };

/** What an installed program did, URL by URL; `version` is that of the client it is made with. */
export type Answer =
  | { readonly program: string; readonly version: string; readonly ways: readonly Way[] }
  | { readonly missing: string };

/**
 * Asks the installed programs which way they go, each in a network of its own in which every address is the
 * recorder's, so that nothing is sent onward. When `signal` aborts, those that have not answered are given up.
 */
export async function observe(
  clients: readonly ClientName[],
  urls: readonly string[],
  environment: Environment,
  signal: AbortSignal,
): Promise<ReadonlyMap<ClientName, Answer>> {
  const limit = pLimit(AT_ONCE);
  const asked = clients.map((client) =>
    limit(async () => [client, await ask({ client, urls, environment }, signal)] as const),
  );
  return new Map(await Promise.all(asked));
}

/** Sets what was seen beside what was predicted; routes stand in the order of the URLs that were asked. */
export function besideSights(
  routes: readonly ClientRoute[],
  urls: readonly string[],
  answers: ReadonlyMap<ClientName, Answer>,
): readonly ClientRoute[] {
  return routes.map((route) => {
    const answer = answers.get(route.client);
    return answer === undefined
      ? route
      : { ...route, sight: sightOf(route, answer, urls.indexOf(route.url)) };
  });
}

function sightOf({ decision }: ClientRoute, answer: Answer, at: number): Sight {
  if ("missing" in answer) return { kind: "not-seen", because: answer.missing };
  const way = answer.ways[at];
  if (way === undefined) return { kind: "not-seen", because: NO_ANSWER };
  if ("unseen" in way) return { kind: "not-seen", because: way.unseen };
  const program = `${answer.program} ${answer.version}`;
  return { kind: "seen", program, way, agrees: agree(decision, way) };
}

const NO_ANSWER = "it gave no answer";
const INTERRUPTED = "interrupted";
const NO_NETWORK = "a network of its own takes Linux with unshare and ip, and root (sudo) or user namespaces";

async function ask(question: Question, signal: AbortSignal): Promise<Answer> {
  if (signal.aborted) return { missing: INTERRUPTED };
  const { default: enclosure } = await import("./enclosure.sh");
  const words = ["-c", enclosure, "enclosure", ...partCommand("observe-inside")];
  const timeout = MOST_MS_PER_URL * (question.urls.length + 1);
  return new Promise((resolve) => {
    const options = { timeout, signal, killSignal: "SIGKILL" } as const;
    const child = execFile("sh", words, options, (error, stdout) => {
      if (error === null) resolve(parsed(stdout));
      else if (signal.aborted) resolve({ missing: INTERRUPTED });
      else resolve({ missing: error.code === NOT_ENCLOSED ? NO_NETWORK : NO_ANSWER });
    });
    child.stdin?.on("error", () => undefined).end(JSON.stringify(question));
  });
}

/** The script's exit status where it cannot make the network. */
const NOT_ENCLOSED = 71;

function parsed(text: string): Answer {
  try {
    return JSON.parse(text);
  } catch {
    return { missing: NO_ANSWER };
  }
}

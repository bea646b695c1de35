import { text } from "node:stream/consumers";
import type { Environment } from "../model/client.ts";
import type { Answer, Question, Way } from "./observe.ts";
import { portsIn } from "./ports.ts";
import { PROGRAMS } from "./programs.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { refusedCalls } from "./refused-calls.ts";
import { type Program, runBounded, versionOf } from "./run-program.ts";
import { routeSeen } from "./sighting.ts";

text(process.stdin).then(async (asked) => {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(asked))));
  process.exit(0);
});

/** The first of the client's programs that is installed calls each URL, one after the other. */
async function answer({ client, urls, environment }: Question): Promise<Answer> {
  for (const program of PROGRAMS[client]) {
    const version = await versionOf(program);
    if (version === undefined) continue;
    const recorder = await startRecorder();
    await recorder.listen(portsIn([...urls, ...environment.map(({ value }) => value)]));
    const ways: Way[] = [];
    for (const url of urls) ways.push(await wayOf(program, url, environment, recorder));
    return { program: program.name, version, ways };
  }
  return { missing: `not installed: ${PROGRAMS[client].map(({ name }) => name).join(" or ")}` };
}

async function wayOf(
  program: Program,
  url: string,
  environment: Environment,
  recorder: Recorder,
): Promise<Way> {
  const refusedBefore = await refusedCalls();
  const ending = await runBounded(program.command(url, environment), environment, program.settings);
  const way = routeSeen(await recorder.take(), url);
  if (way.route !== "none") return way;
  // To have called nobody is an answer only of a program that was heard out.
  if ((await refusedCalls()) > refusedBefore) return { unseen: "it called a port that nothing here names" };
  return ending === "stopped" ? { unseen: "it called nobody within two seconds" } : way;
}

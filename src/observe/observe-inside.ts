import { text } from "node:stream/consumers";
import type { SeenRoute } from "../model/client-route.ts";
import type { Answer, Question } from "./observe.ts";
import { portsIn } from "./ports.ts";
import { PROGRAMS } from "./programs.ts";
import { startRecorder } from "./recorder.ts";
import { runBounded, versionOf } from "./run-program.ts";
import { routeSeen } from "./sighting.ts";

const question: Question = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(await answer(question)));
process.exit(0);

async function answer({ client, urls, environment }: Question): Promise<Answer> {
  for (const program of PROGRAMS[client]) {
    const version = await versionOf(program);
    if (version === undefined) continue;
    const recorder = await startRecorder();
    const ways: SeenRoute[] = [];
    for (const url of urls) {
      await recorder.listen(portsIn([url, ...environment.map(({ value }) => value)]));
      await runBounded(program.command(url, environment), environment, program.settings);
      ways.push(routeSeen(await recorder.take(), url));
    }
    return { program: program.name, version, ways };
  }
  return { missing: `not installed: ${PROGRAMS[client].map(({ name }) => name).join(" or ")}` };
}

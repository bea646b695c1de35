import type { Report } from "../../src/model/report.ts";
import { isConfigured } from "../../src/model/target.ts";
import type { Company } from "../network/company/company.ts";
import { checked } from "../network/company/doctor.ts";
import { CHAPTERS } from "../network/stories/chapters.ts";
import type { Story } from "../network/stories/story.ts";
import { printTable, say } from "./rig/table.ts";
import { type Claim, type Score, scoreOf, type Truth } from "./verdicts/claim.ts";
import { doctorsClaim } from "./verdicts/doctors-claim.ts";
import {
  ANY_ANSWER,
  asItIs,
  compared,
  GOOD_ANSWER,
  type Naive,
  type Reading,
  withAndWithout,
} from "./verdicts/naive-claims.ts";
import { tryCurl } from "./verdicts/naive-curl.ts";
import { type Kind, truthOf } from "./verdicts/truth.ts";

const OURS = "proxy-doctor check";
const NAIVE: readonly (readonly [string, Naive])[] = [
  ["curl as it is", asItIs],
  ["curl with and without", withAndWithout],
  ["both, compared", compared],
];
const READINGS = [
  ["any answer", ANY_ANSWER],
  ["2xx, 3xx", GOOD_ANSWER],
] as const satisfies readonly (readonly [string, Reading])[];
const QUESTIONS = ["whether", "where", "why"] as const satisfies readonly (keyof Score)[];
const KINDS: Readonly<Record<Kind, string>> = {
  lost: "a call is lost",
  astray: "a call goes astray",
  unseen: "no call shows it",
  quiet: "nothing is wrong",
};

type Told = { readonly name: string; readonly kind: Kind; readonly scores: ReadonlyMap<string, Score> };

/** Of how many stories each checker's verdict is right, by one rule. */
export async function verdicts(company: Company): Promise<void> {
  const told: Told[] = [];
  for (const { about, stories } of CHAPTERS) {
    for (const story of stories) told.push(await hear(company, `${about}: ${story.name}`, story));
  }
  printScores(told);
  printKinds(told);
}

async function hear(company: Company, name: string, story: Story): Promise<Told> {
  const { on = "services", plan, words = [] } = story;
  await company.arrange(plan);
  const report = await checked(company.machines[on], plan.egress ?? "standard", words);
  const tried = await tryCurl(company.machines[on], urlsOf(report));
  const truth = await truthOf(company, story);
  const claims = new Map<string, Claim>([[OURS, doctorsClaim(report)]]);
  for (const [who, naive] of NAIVE) {
    for (const [how, reading] of READINGS) claims.set(`${who}: ${how}`, naive(tried, reading));
  }
  const scores = new Map([...claims].map(([who, claim]) => [who, scoreOf(claim, truth)] as const));
  sayMisses(name, claims.get(OURS), scores.get(OURS), truth);
  return { name, kind: truth.kind, scores };
}

/** What the machine's components need over HTTP: more than a person knows who writes a list of URLs. */
function urlsOf({ targets, decisions }: Report): readonly string[] {
  const needed = new Set(decisions.map(({ target }) => target));
  return targets
    .filter(isConfigured)
    .filter(
      ({ id, exchange: { kind } }) => needed.has(id) && (kind === "http" || kind === "instance-identity"),
    )
    .map(({ url }) => url);
}

/** Where ours is wrong, so that a person may look. */
function sayMisses(name: string, claim: Claim | undefined, score: Score | undefined, truth: Truth): void {
  const missed = Object.entries(score ?? {}).flatMap(([question, isRight]) => (isRight ? [] : [question]));
  if (claim === undefined || missed.length === 0) return;
  const wrongly = [...truth.called].flatMap(([origin, how]) => (how === "wrongly" ? [origin] : []));
  const blamed = [...claim.blames].filter((origin) => truth.called.has(origin));
  say(`  ours misses ${missed.join(", ")} of: ${name}`);
  say(`    called wrongly ${wrongly.join(" ") || "nothing"}; blamed ${blamed.join(" ") || "nothing"}`);
  say(
    `    causes ${[...truth.causes].join(" ")}; named ${claim.causes.flatMap((each) => [...each]).join(" ")}`,
  );
}

function printScores(told: readonly Told[]): void {
  const count = (who: string, question: keyof Score) =>
    String(told.filter(({ scores }) => scores.get(who)?.[question]).length);
  printTable(`Of ${told.length} stories, each is right about`, [
    ["", ...QUESTIONS],
    ...checkers(told).map((who) => [who, ...QUESTIONS.map((question) => count(who, question))]),
  ]);
}

/** Of the readings, the one that alarms less. */
function printKinds(told: readonly Told[]): void {
  const kinds = Object.keys(KINDS) as readonly Kind[];
  const all = (kind: Kind) => told.filter((each) => each.kind === kind);
  const right = (who: string, kind: Kind) =>
    QUESTIONS.map((question) => all(kind).filter(({ scores }) => scores.get(who)?.[question]).length).join(
      " ",
    );
  printTable(`The same by how a story shows: ${QUESTIONS.join(", ")}`, [
    ["", ...kinds.map((kind) => `${KINDS[kind]} (${all(kind).length})`)],
    ...[OURS, ...NAIVE.map(([who]) => `${who}: ${READINGS[0][0]}`)].map((who) => [
      who,
      ...kinds.map((kind) => right(who, kind)),
    ]),
  ]);
}

function checkers([first]: readonly Told[]): readonly string[] {
  return [...(first?.scores.keys() ?? [])];
}

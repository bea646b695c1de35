import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { EgressPolicy } from "../../../src/model/installation.ts";
import type { Report } from "../../../src/model/report.ts";
import type { CallerName } from "../company/callers.ts";
import { type Company, openCompany } from "../company/company.ts";
import { checked, doctor } from "../company/doctor.ts";
import type { Machine } from "../company/machine.ts";
import { whyNoCompany } from "../company/needs.ts";
import { type RightWay, rightWays } from "../company/right-ways.ts";
import {
  CUSTOMIZATIONS,
  DOCKER_DROP_IN,
  ENVIRONMENT,
  NOMAD_DROP_IN,
  REPLICATED_CONF,
  REPLICATED_DEFAULTS,
} from "../company/settings.ts";
import { nameOf, type Ways, waysOf } from "../company/ways.ts";
import type { Chapter, Story } from "./story.ts";

/** Has a company in which stories happen, one after the other. */
export function tell({ about, stories }: Chapter): void {
  const why = whyNoCompany();
  describe.skipIf(why !== undefined)(`${about}${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
    let company: Company;
    beforeAll(async () => {
      company = await openCompany(inject("drivers"));
    });
    afterAll(() => company?.close());
    test.each(stories.map((story) => [story.name, story] as const))("%s", async (_, story) => {
      await happen(company, story);
    });
  });
}

async function happen(company: Company, story: Story): Promise<void> {
  const { on = "services", plan, words = [], says, byHand, leaves = [], except = {}, unseen } = story;
  const { egress = "standard" } = plan;
  const machine = company.machines[on];
  const right = rightWays(on, egress).filter(({ by }) =>
    isConcerned(by, Object.keys(plan.files?.[on] ?? {})),
  );
  const ways = () => waysOf(company, on, right);
  await company.arrange(plan);
  const first = said(await checked(machine, egress, words));
  expect.soft(first).toEqual(says);
  const rightly = { ...waysIn(right), ...except };
  const before = await ways();
  const isFixed = first.some((line) => line.includes("(verified"));
  if (!isFixed && byHand === undefined) {
    expect.soft(before).toEqual(rightly);
    return;
  }
  // So that it is the fix that brings them onto it.
  if (isFixed && !unseen) expect.soft(before).not.toEqual(rightly);
  await byHand?.(company);
  if (isFixed) await fix(machine, egress, words);
  expect.soft(said(await checked(machine, egress, words))).toEqual(leaves);
  expect.soft(await ways()).toEqual(rightly);
}

/** Makes the verified fixes, and starts again what they are for. */
async function fix(machine: Machine, egress: EgressPolicy, words: readonly string[]): Promise<void> {
  machine.touched();
  const fixed = await doctor(machine, "fix", egress, ["--measure", "--write", "--yes", ...words]);
  expect.soft(fixed.code, fixed.stderr).toBeLessThanOrEqual(1);
  await machine.restart();
}

/** Whether a component reads any of these files; all are concerned where none is named. */
function isConcerned(by: CallerName, files: readonly string[]): boolean {
  const read = files.filter((file) => file in READERS);
  return read.length === 0 || read.some((file) => READERS[file]?.includes(by));
}

const LOGIN = ["shell-commands", "aws-commands", "apt"] as const;
/** Who reads a file of settings; others are everybody's concern. */
const READERS: Readonly<Record<string, readonly CallerName[]>> = {
  [ENVIRONMENT]: [...LOGIN, "nomad-client-jvm"],
  [CUSTOMIZATIONS]: ["jvm-services", "service-containers"],
  [REPLICATED_CONF]: ["replicated"],
  [REPLICATED_DEFAULTS]: ["replicated"],
  [DOCKER_DROP_IN]: ["docker-daemon"],
  [NOMAD_DROP_IN]: ["build-agent"],
};

function waysIn(right: readonly RightWay[]): Ways {
  return Object.fromEntries(right.map((call) => [nameOf(call), call.way]));
}

/**
 * A report's findings, each in a line with its subject and the verdicts on its fixes: those that stand on their own, and
 * beneath each, after a dash, those that follow from it and from none before it.
 */
export function said({ findings, fixes }: Pick<Report, "findings" | "fixes">): readonly string[] {
  const line = ({ id, code, subject }: Report["findings"][number]) => {
    const about = subject.target ?? subject.setting ?? subject.component ?? "";
    const verdicts = fixes.filter((fix) => fix.findings.includes(id)).map(({ verdict }) => verdict);
    const end = verdicts.length === 0 ? "" : ` (${verdicts.join(", ")})`;
    return `${code} ${about.replace(/ \d+(?=\)+$)/, "")}${end}`;
  };
  const roots = findings.filter(({ causedBy }) => causedBy.length === 0);
  const firstCause = (causes: readonly string[]) => roots.find(({ id }) => causes.includes(id))?.id;
  return roots.flatMap((root) => [
    line(root),
    ...findings.filter(({ causedBy }) => firstCause(causedBy) === root.id).map((each) => `- ${line(each)}`),
  ]);
}

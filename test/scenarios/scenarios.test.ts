import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROBES } from "../../probes/index.ts";
import { componentsOf } from "../../src/decide/components.ts";
import { decide } from "../../src/decide/decide.ts";
import { proxiesNamed } from "../../src/decide/proxies.ts";
import { roots } from "../../src/diagnose/diagnose.ts";
import { judge } from "../../src/diagnose/judge.ts";
import { RULES } from "../../src/diagnose/rules/index.ts";
import { discover } from "../../src/discover/discover.ts";
import { systemMachine } from "../../src/discover/system-machine.ts";
import { fixesFor } from "../../src/fix/fixes.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Fix } from "../../src/model/fix.ts";
import type { InstallationFlags } from "../../src/model/installation.ts";
import { isConfigured } from "../../src/model/target.ts";
import { plan } from "../../src/plan.ts";
import { observe, type Showings } from "../rig/observed.ts";

/** `scenario.json` in each folder; the machine's files lie in `root/` beside it. */
type Scenario = {
  readonly title: string;
  readonly flags: InstallationFlags;
  readonly environment?: Readonly<Record<string, string>>;
  readonly saw: Showings;
  readonly expected: readonly Expected[];
};

type Expected = {
  readonly code: string;
  readonly subject: string;
  readonly fix?: string;
  readonly consequences?: readonly string[];
};

const here = import.meta.dirname;
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe("scenarios", () => {
  test.each(names)("%s", async (name) => {
    const scenario: Scenario = JSON.parse(readFileSync(join(here, name, "scenario.json"), "utf8"));
    expect(await judged(name, scenario)).toEqual(scenario.expected);
  });

  test("every rule has a scenario in which it speaks", () => {
    const spoken = names.flatMap((name) => {
      const { expected }: Scenario = JSON.parse(readFileSync(join(here, name, "scenario.json"), "utf8"));
      return expected.flatMap(({ code, consequences = [] }) => [
        code,
        ...consequences.map((each) => each.split(" ")[0]),
      ]);
    });
    expect(Object.keys(RULES).filter((code) => !spoken.includes(code))).toEqual([]);
  });

  test("every rule has a page", () => {
    const missing = Object.keys(RULES).filter(
      (code) => !existsSync(join(here, `../../docs/findings/${code}.md`)),
    );
    expect(missing).toEqual([]);
  });
});

async function judged(name: string, scenario: Scenario): Promise<readonly Expected[]> {
  const machine = systemMachine({ root: join(here, name, "root"), environment: scenario.environment ?? {} });
  const { installation, settings, files } = await discover(
    { ...machine, addresses: ["10.0.1.238"] },
    scenario.flags,
  );
  const components = componentsOf(installation.role);
  const targets = Object.values(PROBES)
    .flatMap((probe) => probe(installation))
    .filter(isConfigured);
  const proxies = proxiesNamed(decide(components, targets, settings), settings, []);
  const observations = observe(plan(targets, [...proxies.values()]), scenario.saw);
  const circumstances = { installation, components, targets, observations };
  const judgement = judge(circumstances, settings);
  expect(judgement.faults).toEqual([]);
  const environment = settings.filter(({ source }) => source.kind === "environment");
  const fixes = fixesFor(circumstances, judgement, { environment, files });
  return roots(judgement.findings).map((finding) => expectedOf(finding, judgement.findings, fixes));
}

function expectedOf(finding: Finding, all: readonly Finding[], fixes: readonly Fix[]): Expected {
  const fix = fixes.find(({ findings }) => findings.includes(finding.id));
  const consequences = all
    .filter(({ causedBy }) => causedBy.includes(finding.id))
    .map(({ code, subject }) => `${code} ${subject.target}`);
  return {
    code: finding.code,
    subject: finding.subject.target ?? finding.subject.setting ?? "",
    ...(fix === undefined ? {} : { fix: fix.verdict }),
    ...(consequences.length === 0 ? {} : { consequences }),
  };
}

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../src/decide/decide.ts";
import { environmentOf } from "../../src/decide/environment.ts";
import { settingsIn, type Workspace } from "../../src/fix/workspace.ts";
import type { ClientDecision, ClientName } from "../../src/model/client.ts";
import { type Component, needsTarget } from "../../src/model/component.ts";
import type { DecidedRoute } from "../../src/model/decision.ts";
import type { Finding } from "../../src/model/finding.ts";
import { parseProxyId } from "../../src/model/route.ts";
import type { Target } from "../../src/model/target.ts";
import { agree, describeSeen } from "../../src/observe/compare.ts";
import { portsIn } from "../../src/observe/ports.ts";
import { type Recorder, startRecorder } from "../../src/observe/recorder.ts";
import { routeSeen } from "../../src/observe/sighting.ts";
import { routeOf } from "../decide/clients/table.ts";
import { type Fixed, fixedScenarios } from "../scenarios/fixed.ts";
import { refuseOutside } from "./conform.ts";
import { curlProgram } from "./curl.ts";
import { goProgram } from "./go.ts";
import { eachJvm } from "./java.ts";
import { askPython } from "./python.ts";
import { type Case, inOwnFolder, type Subject } from "./subject.ts";

const PROGRAMS = {
  curl: curlProgram,
  botocore: () => askPython("botocore", "botocore"),
  go: () => inOwnFolder(goProgram),
  java: eachJvm,
} satisfies { readonly [C in ClientName]?: () => Promise<Subject> };

const MINUTE = 60_000;

/** A component's call with its settings, and which way it is decided to go; `call` names it, whatever the settings. */
type Call = Case & { readonly call: string; readonly decision: ClientDecision };

const SCENARIOS = await fixedScenarios();

describe.each(Object.entries(PROGRAMS))(
  "%s, with fixed settings, goes the way that is decided",
  (client, begin) => {
    let subject: Subject;
    let recorder: Recorder;
    beforeAll(async () => {
      refuseOutside();
      subject = await begin();
      recorder = await startRecorder();
    }, MINUTE);
    afterAll(async () => {
      await subject?.close();
      await recorder?.close();
    });

    const rows = SCENARIOS.map((fixed) => rowOf(fixed, client)).filter(({ fixed }) => fixed.length > 0);

    test("it is installed, and fixes send it another way in several scenarios", () => {
      expect(subject.version).toMatch(/\d/);
      expect(rows.length).toBeGreaterThanOrEqual(10);
      expect(rows.filter(({ mended }) => mended.length > 0).length).toBeGreaterThanOrEqual(5);
    });

    test.each(rows)("$name", { timeout: MINUTE }, async ({ fixed, mended }) => {
      const wrong: string[] = [];
      for (const one of [...mended, ...fixed]) {
        await recorder.listen(portsIn([one.url, ...Object.values(one.environment)]));
        await subject.call(one);
        const seen = routeSeen(await recorder.take(), one.url);
        if (agree(one.decision, seen)) continue;
        wrong.push(`${one.call} decided: ${routeOf(one.decision)} seen: ${describeSeen(seen)}`);
      }
      expect(wrong).toEqual([]);
    });
  },
);

/** What a client is asked in a scenario: the calls that fixes concern, and those of them that went another way before. */
type Row = { readonly name: string; readonly fixed: readonly Call[]; readonly mended: readonly Call[] };

function rowOf(scenario: Fixed, client: string): Row {
  const fixed = callsIn(scenario.after, scenario, client);
  const ways = new Map(fixed.map(({ call, decision }) => [call, routeOf(decision)]));
  const mended = callsIn(beforeIn(scenario), scenario, client).filter(({ call, decision }) => {
    return ways.get(call) !== routeOf(decision);
  });
  return { name: scenario.name, fixed, mended };
}

/** As everything was found. */
function beforeIn({ steps, after }: Fixed): Workspace {
  return steps[0]?.before ?? after;
}

/** All calls of a client, with the settings of a workspace, that a scenario's fixes concern; each URL of a component once. */
function callsIn(workspace: Workspace, fixed: Fixed, client: string): readonly Call[] {
  const { circumstances } = fixed;
  const targets = [...circumstances.targets, ...circumstances.internal].filter(isHttp);
  const settings = settingsIn(workspace);
  const components = circumstances.components.filter((component) => component.client === client);
  return components.flatMap((component) => {
    const concerned = targets.filter((target) => isConcerned(component, target, fixed));
    const variables = environmentOf(component, settings).map(({ name, value }) => [name, value]);
    const environment: Case["environment"] = Object.fromEntries(variables);
    const calls = decide([component], concerned, settings).map(({ route, target }): Call => {
      const url = urlFor(client, concerned.find(({ id }) => id === target)?.url ?? "");
      return { call: `${component.id} ${url}`, url, environment, decision: decisionOf(route) };
    });
    return [...new Map(calls.map((each) => [each.call, each])).values()];
  });
}

/** An endpoint of botocore's has no path. */
function urlFor(client: string, url: string): string {
  return client === "botocore" ? `${new URL(url).origin}/` : url;
}

function isHttp({ url }: Target): boolean {
  return /^https?:/.test(url);
}

/**
 * Whether a finding that is fixed speaks of the component's way to the target; one that speaks of settings alone concerns all
 * calls of those whose settings the fixes change.
 */
function isConcerned(component: Component, { id }: Target, fixed: Fixed): boolean {
  const ways = fixed.findings.map(waysIn);
  if (ways.some((of) => of.includes(`${component.id}>${id}`))) return true;
  if (ways.every((of) => of.length > 0)) return false;
  const given = (workspace: Workspace) => JSON.stringify(environmentOf(component, settingsIn(workspace)));
  return needsTarget(component, id) && given(beforeIn(fixed)) !== given(fixed.after);
}

function waysIn({ evidence }: Finding): readonly string[] {
  return evidence.filter((id) => /^[a-z-]+>/.test(id));
}

function decisionOf(route: DecidedRoute): ClientDecision {
  switch (route.kind) {
    case "direct":
      return { route: "direct", because: [] };
    case "proxy":
      return { route: "proxy", proxy: parseProxyId(route.proxy), because: [] };
    case "invalid":
      return { route: "invalid", why: route.why, because: [] };
  }
}

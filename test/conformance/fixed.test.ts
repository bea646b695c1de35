import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide } from "../../src/decide/decide.ts";
import { environmentOf } from "../../src/decide/environment.ts";
import { settingsIn } from "../../src/fix/workspace.ts";
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

/** A call with the settings that a component has after all verified fixes of a scenario, and which way it shall go. */
type Call = Case & { readonly component: string; readonly decision: ClientDecision };

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

    const rows = SCENARIOS.map((fixed) => ({ name: fixed.name, calls: callsOf(fixed, client) }));
    const asked = rows.filter(({ calls }) => calls.length > 0);

    test("it is installed, and fixes concern it in several scenarios", () => {
      expect(subject.version).toMatch(/\d/);
      expect(asked.length).toBeGreaterThanOrEqual(10);
    });

    test.each(asked)("$name", { timeout: MINUTE }, async ({ calls }) => {
      const wrong: string[] = [];
      for (const one of calls) {
        await recorder.listen(portsIn([one.url, ...Object.values(one.environment)]));
        await subject.call(one);
        const seen = routeSeen(await recorder.take(), one.url);
        if (agree(one.decision, seen)) continue;
        wrong.push(
          `${one.component} ${one.url} decided: ${routeOf(one.decision)} seen: ${describeSeen(seen)}`,
        );
      }
      expect(wrong).toEqual([]);
    });
  },
);

/** All calls of a client that what is fixed in a scenario concerns, each URL of a component once. */
function callsOf(fixed: Fixed, client: string): readonly Call[] {
  const { circumstances, after } = fixed;
  const components = circumstances.components.filter((component) => component.client === client);
  const targets = [...circumstances.targets, ...circumstances.internal];
  const settings = settingsIn(after);
  return components.flatMap((component) => {
    const own = targets.filter((target) => isHttp(target) && isConcerned(component, target, fixed));
    const environment = environmentOf(component, settings).map(({ name, value }) => [name, value]);
    const calls = decide([component], own, settings).map(({ route, target }): Call => {
      const url = own.find(({ id }) => id === target)?.url ?? "";
      return {
        component: component.id,
        environment: Object.fromEntries(environment),
        // An endpoint of botocore's has no path.
        url: client === "botocore" ? `${new URL(url).origin}/` : url,
        decision: decisionOf(route),
      };
    });
    return [...new Map(calls.map((call) => [call.url, call])).values()];
  });
}

function isHttp({ url }: Target): boolean {
  return /^https?:/.test(url);
}

/**
 * Whether a finding that is fixed speaks of the component's way to the target; one that speaks of settings alone concerns all
 * calls of those whose settings the fixes change.
 */
function isConcerned(component: Component, { id }: Target, { findings, steps, after }: Fixed): boolean {
  const ways = findings.map(waysIn);
  if (ways.some((of) => of.includes(`${component.id}>${id}`))) return true;
  const [first] = steps;
  if (first === undefined || ways.every((of) => of.length > 0)) return false;
  const given = (workspace: typeof after) => JSON.stringify(environmentOf(component, settingsIn(workspace)));
  return needsTarget(component, id) && given(first.before) !== given(after);
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

import type { Report } from "../../model/report.ts";
import { type Case, type Counting, caseElement } from "./case.ts";
import { type Suite, suitesOf } from "./suites.ts";
import { document, element, type Xml } from "./xml.ts";

/** How a report is told to a CI system: `counting` says which findings fail a case; errors, where it is left out. */
export type JunitOptions = { readonly counting?: Counting };

/**
 * A report as JUnit's XML, for Jenkins, GitLab, CircleCI and what reads it for GitHub Actions: a case for each target,
 * each proxy, each code of the settings and the run itself. Findings that count are failures and others stand in
 * `system-out`; what nobody can say is skipped, with why; faults of proxy-doctor's own are errors.
 */
export function renderJunit(report: Report, { counting = "errors" }: JunitOptions): string {
  const suites = suitesOf(report, counting);
  const { tests, failures, errors } = countsOf(suites.flatMap(({ cases }) => cases));
  const time = (report.durationMs / 1000).toFixed(3);
  const root = element(
    "testsuites",
    { name: "proxy-doctor", tests, failures, errors, time },
    suites.map((suite, at) => suiteElement(report, suite, at)),
  );
  return document(root);
}

const LOOPBACK = /^(?:127\.|::1$)/;

function suiteElement(report: Report, { name, cases }: Suite, id: number): Xml {
  const { installation, startedAt } = report;
  const head = {
    id,
    package: "proxy-doctor",
    name,
    hostname: installation.addresses.find((each) => !LOOPBACK.test(each)) ?? "localhost",
    // Ant's schema allows no zone and no fractions; it is UTC.
    timestamp: startedAt.replace(/(?:\.\d+)?Z$/, ""),
    ...countsOf(cases),
    time: cases.reduce((total, { seconds }) => total + seconds, 0).toFixed(3),
  };
  return element("testsuite", head, [
    ...(name === "run" ? [properties(report)] : []),
    ...cases.map((each) => caseElement(name, each)),
  ]);
}

function countsOf(cases: readonly Case[]) {
  const those = (kind: Case["outcome"]["kind"]) =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    tests: cases.length,
    failures: those("failed"),
    errors: those("fault"),
    skipped: those("unknown"),
  };
}

function properties({ tool, judges, installation }: Report): Xml {
  const { role, egress, region, services } = installation;
  const facts = { version: tool.version, judges, role, egress, region, ...(services && { services }) };
  return element(
    "properties",
    {},
    Object.entries(facts).map(([name, value]) => element("property", { name, value })),
  );
}

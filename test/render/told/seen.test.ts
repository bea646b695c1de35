import { expect, test } from "vitest";
import { wordsForSeen } from "../../../src/render/told/seen.ts";
import { answer, DIRECT, failure, PROXY, report, through } from "../build.ts";
import { misroutedMetadata } from "../reports.ts";

const [finding] = misroutedMetadata.findings;
if (finding === undefined) throw new Error("no such fixture");

const seen = (...observations: Parameters<typeof report>[0]["observations"] & object) =>
  wordsForSeen(report({ observations }), { ...finding, evidence: observations.map(({ id }) => id) });

test("each route is a sentence with how many, what and how long", () => {
  expect(
    seen(
      failure("ec2-api/sts", DIRECT, "timed-out"),
      failure("ec2-api/sqs", DIRECT, "timed-out"),
      answer("ec2-api/ec2", DIRECT, 14),
      answer("ec2-api/sts", through(PROXY), 43),
      answer("ec2-api/sqs", through(PROXY), 17, "someone-else"),
    ),
  ).toEqual([
    "direct: 2 of 3 timed out after 5.0 s; 1 of 3 ok in 14 ms",
    `through ${PROXY}: 1 of 2 ok in 43 ms; 1 of 2 block page after 17 ms, status 200`,
  ]);
});

test("one attempt is not counted, and times of several are a span", () => {
  expect(seen(answer("s3/global", DIRECT, 14))).toEqual(["direct: ok in 14 ms"]);
  expect(seen(answer("s3/global", DIRECT, 14), answer("s3/bucket", DIRECT, 2400))).toEqual([
    "direct: 2 of 2 ok in 14 ms to 2.4 s",
  ]);
});

test("addresses that were tried in vain are named", () => {
  const tried = failure("s3/global", DIRECT, "refused");
  if (tried.outcome === "broken") throw new Error("no such fixture");
  const tries = ["192.0.2.1", "192.0.2.2"].map((address) => ({
    address,
    at: 0,
    ms: 1,
    outcome: "ECONNREFUSED",
  }));
  const phases = tried.phases.map((phase) => ({ ...phase, facts: { tries } })) as typeof tried.phases;
  expect(seen({ ...tried, phases })).toEqual(["direct: refused after 5.0 s, at 192.0.2.1 and 192.0.2.2"]);
});

import { needsTarget } from "../../model/component.ts";
import type { Target } from "../../model/target.ts";
import { machineClock } from "../clock.ts";
import type { Rule } from "../rule.ts";

/**
 * How far off a signed request may be, in seconds, by the probe of its target: five minutes by the guide to
 * signatures of AWS, fifteen for S3 (`RequestTimeTooSkewed`; domain-facts 5, row 48).
 */
const TOLERANCES: Readonly<Record<string, number>> = { "ec2-api": 300, s3: 900 };

/** The least of them, which Kerberos has too (RFC 4120, 3.2.3). */
const MATTERS_FROM = 300;

/** Clients with an AWS SDK, which signs by this machine's clock; what curl calls is not signed by it. */
const SIGNING: ReadonlySet<string> = new Set(["botocore", "java", "go"]);

/** This machine's clock is off by more than those who judge by it put up with. */
export const clockSkew: Rule<"clock-skew"> = (the) => {
  const clock = machineClock(the);
  if (clock === undefined || Math.abs(clock.aheadSeconds) <= MATTERS_FROM) return [];
  const { aheadSeconds, hosts, answers } = clock;
  const refuses = ({ id }: Target) =>
    Math.abs(aheadSeconds) > (TOLERANCES[id.split("/")[0] ?? ""] ?? Number.POSITIVE_INFINITY);
  const signing = the.components.filter(({ client }) => SIGNING.has(client));
  const targets = the.targets.filter(
    (target) => refuses(target) && signing.some((component) => needsTarget(component, target.id)),
  );
  const components = signing.filter((component) => targets.some(({ id }) => needsTarget(component, id)));
  return [
    {
      about: "machine",
      severity: "warning",
      subject: components[0] === undefined ? {} : { component: components[0].id },
      args: {
        aheadSeconds,
        hosts,
        targets: targets.map(({ id }) => id),
        components: components.map(({ id }) => id),
        onEc2: the.installation.onEc2 === "yes",
      },
      evidence: answers,
    },
  ];
};

import * as v from "valibot";
import { PROBES } from "../../../probes/index.ts";
import { COMPONENT_IDS } from "../../model/component.ts";
import { maskUrl } from "../../model/redact.ts";
import { POLICIES } from "../../model/target.ts";
import { notOneOf } from "../did-you-mean.ts";
import { kindOf, oneOf, text } from "../parse-options.ts";
import { list, mapping, told } from "./schema-parts.ts";
import { faultOfUrl } from "./target-url.ts";

/** First parts of ids that are taken. */
const TAKEN: readonly string[] = [...Object.keys(PROBES), "internal", "nomad-clients"];

const CALLERS = COMPONENT_IDS.filter((id) => id !== "raw-connections");

const id = v.pipe(
  text,
  v.regex(
    /^[a-z0-9][a-z0-9.-]{0,39}\/[a-z0-9][a-z0-9.-]{0,39}$/,
    ({ input }) =>
      `"${input}" is not an id such as own/artifactory, of small letters, digits, dots and dashes`,
  ),
  v.check(
    (value) => !TAKEN.includes(value.split("/")[0] ?? ""),
    ({ input }) => `"${input}" begins as a built-in target does; take another first part, such as own/`,
  ),
);

const url = v.pipe(
  text,
  v.check(
    (value) => faultOfUrl(value) === undefined,
    ({ input }) => `"${maskUrl(input)}" ${faultOfUrl(input)}`,
  ),
);

const policy = oneOf(POLICIES);
const phrase = v.pipe(text, v.nonEmpty("is empty"));
const status = v.pipe(
  v.number(({ received }) => `${kindOf(received)} is not a status such as 200`),
  v.integer(({ received }) => `${received} is not a status such as 200`),
  v.minValue(100, ({ received }) => `${received} is not a status such as 200`),
  v.maxValue(599, ({ received }) => `${received} is not a status such as 200`),
);
const headerName = v.pipe(
  text,
  v.regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, ({ input }) => `"${input}" is not a header's name`),
);

const byEgress = v.union(
  [
    policy,
    mapping({
      standard: told(policy, "Where egress is standard."),
      corporate: told(policy, "Where egress is corporate."),
    }),
  ],
  ({ input }) =>
    typeof input === "string"
      ? notOneOf(input, POLICIES)
      : "is neither a policy nor a mapping of standard and corporate to one each",
);

const header = mapping({
  name: told(headerName, "The header's name, in whatever case."),
  contains: v.optional(told(phrase, "Text that stands in its value. Without it, any value will do.")),
});

const expectation = v.pipe(
  mapping({
    status: v.optional(told(list(status), "The answer's status is one of these.")),
    header: v.optional(told(header, "The answer has this header.")),
    body: v.optional(told(phrase, "Text that stands in the first 4 KB of the answer.")),
  }),
  v.check(
    (value) => Object.keys(value).length > 0,
    "names neither a status nor a header nor a text of the body",
  ),
);

/** A target of a person's own, as a configuration file has it. */
export const TargetSchema = v.pipe(
  mapping({
    id: told(
      id,
      "What the target is called in reports, and after --only and --skip: two names with a slash between, of which the first is no built-in probe's.",
    ),
    url: told(
      url,
      "What is called: an http:, https:, tcp: or ssh: URL. It has no login and no query, which reports would show.",
    ),
    policy: told(
      byEgress,
      "Which routes are right: one word, or one for each egress policy. must-direct: proxied is a defect even if it works. should-direct: works through the proxy, at a cost. must-proxy: no direct route is wanted. either: both are right.",
    ),
    reason: v.optional(told(phrase, "Why the policy is what it is, in one sentence, which findings repeat.")),
    components: v.optional(
      told(
        v.pipe(list(oneOf(CALLERS)), v.nonEmpty("names no component")),
        "What calls an http: or https: target; a machine that has none of them measures it, and judges no route. Without it, shell-commands. What calls tcp: and ssh: targets reads no proxy setting, so that either and should-direct leave them the direct way alone.",
      ),
    ),
    expect: v.optional(
      told(
        expectation,
        "How the true answer is known; all that is named must hold. An http: target needs it; an https: one is else known by a certificate that this machine trusts.",
      ),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const misfit = misfitOf(dataset.value);
    if (misfit === undefined) return;
    const { key, message } = misfit;
    addIssue({
      message,
      path: [{ type: "object", origin: "value", input: dataset.value, key, value: undefined }],
    });
  }),
);

/** A target of a person's own, checked. */
export type ConfiguredTarget = v.InferOutput<typeof TargetSchema>;

type Misfit = { readonly key: "url" | "policy" | "components" | "expect"; readonly message: string };

/** What does not go with the URL's scheme. */
function misfitOf(target: {
  readonly url: string;
  readonly policy: unknown;
  readonly components?: unknown;
  readonly expect?: unknown;
}): Misfit | undefined {
  const [scheme = ""] = target.url.split(":");
  if (scheme === "http" && target.expect === undefined) {
    return { key: "url", message: "an http: target needs expect, by which its true answer is known" };
  }
  if (scheme.startsWith("http")) return undefined;
  const message = `is for http: and https: URLs; ${scheme}: is dialled past any proxy setting`;
  if (target.components !== undefined) return { key: "components", message };
  if (target.expect !== undefined) return { key: "expect", message };
  return JSON.stringify(target.policy).includes("must-proxy")
    ? { key: "policy", message: `must-proxy ${message}` }
    : undefined;
}

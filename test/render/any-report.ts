import fc from "fast-check";
import type { ComponentId } from "../../src/model/component.ts";
import type { Finding, FindingArgs } from "../../src/model/finding.ts";
import { FIX_VERDICTS } from "../../src/model/fix.ts";
import { FAILURE_CODES } from "../../src/model/phase.ts";
import type { Report } from "../../src/model/report.ts";
import { routeId } from "../../src/model/route.ts";
import type { TargetId } from "../../src/model/target.ts";
import { SAMPLES } from "../messages/sample-findings.ts";
import { answer, DIRECT, decision, failure, report, target, through } from "./build.ts";

const POLICIES = ["must-direct", "should-direct", "must-proxy", "either"] as const;
const ANSWERERS = ["target", "proxy", "someone-else", "unknown"] as const;
const COMPONENTS: readonly ComponentId[] = [
  "shell-commands",
  "replicated",
  "jvm-services",
  "nomad-client-jvm",
];
const IDS: readonly TargetId[] = [
  "license-server/registry-data",
  "services-machine/output-processor",
  "s3/global",
];

/** What a network or a file may send: words, controls, escape sequences, wide and invisible characters. */
const hostile = fc
  .array(
    fc.constantFrom(
      "word",
      "x".repeat(90),
      " ",
      "\n",
      "\r",
      "\t",
      "\u001b[31m",
      "\u009b2J",
      "\u0007",
      "\u202e",
      "\u200b",
      "漢字",
      "é",
      "\u2028",
      "\u00a0",
      "|",
      "/",
      "e\u0301",
      "✅",
      "😀",
      "한글",
      "Ａ",
      "`",
      "```",
      "\\",
      "<b>",
      "&amp;",
      "]]>",
      '"',
      "'",
      "$",
      "](",
      "**",
      "~~",
      "_",
      "![a](http://x.example/)",
      "[a]: http://x.example/",
      "http://evil.example/",
      "www.evil.example",
      "@somebody",
      "me@evil.example",
      "#123",
      "1. ",
      "- [ ] ",
      "</details>",
      "<!--",
      "\ud800",
      "\uffff",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
const proxy = fc
  .tuple(hostile, fc.integer({ min: 1, max: 65_535 }))
  .map(([host, port]) => `http://${host}:${port}`);

/** A finding with hostile text wherever its arguments hold free text. */
function findingOf(code: keyof FindingArgs, text: string, causedBy: readonly string[]): Finding {
  const known = { id: code, code, severity: "error", subject: {}, evidence: [], causedBy, fixes: [] };
  return { ...known, args: withFreeText(SAMPLES[code], text) } as unknown as Finding;
}

function withFreeText(args: object, text: string): object {
  const isFree = /^(proxy|reason|why|setting|source|issuer|theirs|ours|route|name|value|text|path)$/;
  const isFreeList = /^(hosts|proxies|sources|schemes|routes)$/;
  // But for a malformed URL, the reason why is one of a few words.
  const isOneOfFew = (name: string) => name === "why" && !("setting" in args);
  return Object.fromEntries(
    Object.entries(args).map(([name, value]: [string, unknown]) => {
      if (isFree.test(name)) return [name, isOneOfFew(name) ? value : text];
      if (!Array.isArray(value)) return [name, value];
      if (value.some((each) => typeof each === "object")) {
        return [name, value.map((each: object) => withFreeText(each, text))];
      }
      return [name, isFreeList.test(name) ? [text, text] : value];
    }),
  );
}

/** Reports of any outcome, with such text wherever a report holds text that is not ours. */
export const anyReport = fc
  .record({
    proxies: fc.uniqueArray(proxy, { maxLength: 4 }),
    failures: fc.array(fc.constantFrom(...FAILURE_CODES), { minLength: 15, maxLength: 15 }),
    answerers: fc.array(fc.option(fc.constantFrom(...ANSWERERS)), { minLength: 15, maxLength: 15 }),
    policies: fc.array(fc.constantFrom(...POLICIES), { minLength: 3, maxLength: 3 }),
    ways: fc.array(fc.nat(4), { minLength: 12, maxLength: 12 }),
    text: hostile,
    codes: fc.subarray(Object.keys(SAMPLES) as (keyof FindingArgs)[]),
    verdict: fc.constantFrom(...FIX_VERDICTS),
    entry: hostile,
  })
  .map(({ proxies, failures, answerers, policies, ways, text, codes, verdict, entry }): Report => {
    const routes = [DIRECT, ...proxies.map(through)];
    const targets = IDS.map((id, at) => target(id, "https://host.example/", policies[at] ?? "either"));
    const because = [
      { setting: text, source: text, entry, effect: "nearly-bypasses" },
      { setting: text, source: "environment", effect: "proxies" },
    ] as const;
    const decisions = IDS.flatMap((id, at) =>
      COMPONENTS.map((component, which) => {
        const way = routes[ways[at * COMPONENTS.length + which] ?? 0] ?? {
          kind: "invalid" as const,
          why: text,
        };
        return decision(component, id, way, because);
      }),
    );
    const findings = codes.map((code, at) => ({
      ...findingOf(code, text, at % 3 === 2 ? [codes[0] ?? ""] : []),
      evidence: decisions.map(({ component, target: id }) => `${component}>${id}`),
    }));
    return report({
      targets: [...targets, { id: "s3/bucket", unconfigured: text }],
      observations: IDS.flatMap((id, at) =>
        routes.map((route, which) => {
          const by = answerers[at * 5 + which] ?? null;
          return by === null
            ? failure(id, route, failures[at * 5 + which] ?? "unknown", text)
            : answer(id, route, 12_345, by);
        }),
      ),
      decisions,
      findings,
      fixes: [
        {
          id: "fix",
          findings: codes.slice(0, 1),
          components: COMPONENTS.slice(0, 2),
          targets: IDS,
          patch: [{ file: text, line: 3, op: "add-entry", name: text, value: entry }],
          diff: `--- /etc/environment\n+++ /etc/environment\n@@ -1 +1 @@\n-${text}\n+${text}${entry}\n`,
          restart: [text],
          verdict,
        },
      ],
      settings: [
        {
          name: text,
          value: `${entry}${text}`,
          exported: true,
          source: { kind: "file", path: text, line: 1, loader: "shell" },
        },
      ],
      unreadable: [{ path: text, reason: entry }],
      egress: routes.map((route) => ({ route: routeId(route), address: "2001:db8::7" })),
      clock: { aheadSeconds: 7, hosts: 3, answers: [text] },
      toolErrors: [text],
      stopped: "deadline",
    });
  })
  .map((drawn) => ({
    ...drawn,
    installation: { ...drawn.installation, services: drawn.toolErrors[0] ?? "" },
  }));

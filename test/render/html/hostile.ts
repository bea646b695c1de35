import { attemptId } from "../../../src/model/observation.ts";
import type { Report } from "../../../src/model/report.ts";
import { routeId } from "../../../src/model/route.ts";

/** What somebody would write into a certificate, a header or a file who wants the page to do something. */
export const TRICKS: readonly string[] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</style><style>*{display:none}</style>",
  "</title></textarea></svg></details></pre><!--",
  "]]><![CDATA[",
  "javascript:alert(1)",
  "http://evil.example/",
  "&lt;b&gt;&#60;&",
  "\u001b[31m\u0000\u0007\r\n\t",
  "\u202e\u2066\u200b\ufeff",
  "\ud800\udc00\ud800\uffff\ufdd0",
];

/** Where words of a closed list stand, which nobody outside chooses; by the names of the fields on the way there. */
const OURS = new RegExp(
  [
    String.raw`(^|\.)(kind|mode|code|severity|status|answeredBy|component|components|client|verdict|op|judges|role|egress)$`,
    String.raw`(^|\.)(loader|flaw|effect|says|unanswered|unknown|takes|part|program|onEc2|init|stopped|token|from)$`,
    String.raw`(^targets\.policy\.|^observations\.outcome$|phases\.name$|phases\.because$|script\.chose$|\.failure$|facts\.trust\.)`,
    String.raw`(^processes\.environment|^trustStores\.found|^components\.id|^components\.needs|^tool\.name)$`,
  ].join("|"),
);
/** Objects whose very keys come from outside. */
const KEYED = /facts\.(headers|trust)$/;

/** The same report with a text behind every string in it that is not one of our own words. */
export function hostileCopy(report: Report, text: string): Report {
  const attempts = new Map(
    report.observations.map(({ id, target, route }) => {
      const way = routeId(route);
      return [id, attemptId(`${target}${text}`, way === "direct" ? way : `${way}${text}`)];
    }),
  );
  const soiled = (word: string) => attempts.get(word) ?? (word === "direct" ? word : `${word}${text}`);
  const copy = (value: unknown, path: string): unknown => {
    if (typeof value === "string") return OURS.test(path) ? value : soiled(value);
    if (Array.isArray(value)) return value.map((each) => copy(each, path));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [
      KEYED.test(path) ? `${key}${text}` : key,
      copy(each, path === "" ? key : `${path}.${key}`),
    ]);
    return Object.fromEntries(entries);
  };
  return copy(report, "") as Report;
}

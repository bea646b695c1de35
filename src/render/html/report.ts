import { createHash } from "node:crypto";
import type { Report } from "../../model/report.ts";
import { isConfigured } from "../../model/target.ts";
import { type Told, toldInOrder } from "../told/in-order.ts";
import { type Overview, overviewOf } from "../told/overview.ts";
import { wordsForReading } from "../told/reading.ts";
import { attempts } from "./attempts.ts";
import { certificates } from "./certificates.ts";
import { type Context, contextOf } from "./context.ts";
import { findings } from "./findings.ts";
import { machine } from "./machine.ts";
import { html, type Markup, NOTHING, styleElement, written } from "./markup.ts";
import { contents, masthead, momentOf } from "./masthead.ts";
import { matrix } from "./matrix.ts";
import { routes } from "./routes.ts";
import { type Part, section } from "./section.ts";
import { settings } from "./settings.ts";
import { STYLES } from "./styles.ts";
import { vainChanges } from "./vain-changes.ts";

/**
 * A report as one page of HTML that needs no network and no script: it loads nothing, and its policy forbids it to.
 * Everything that is folded in it is unfolded in print. Text from a network or a file is escaped, and stands in no
 * attribute that leads anywhere.
 */
export function renderHtml(report: Report): string {
  const told = toldInOrder(report.findings);
  const overview = overviewOf(report, told);
  const context = contextOf(report);
  return written(page(report, overview, partsOf(context, told)));
}

/** What stands in the page, in the order in which it is asked for; parts of which there is nothing to say are left out. */
function partsOf(context: Context, told: readonly Told[]): readonly Part[] {
  const { report } = context;
  const measured = report.judges === "traffic" ? routes(context) : reading(report);
  const parts: readonly Part[] = [
    { id: "findings", title: "Findings", count: report.findings.length, body: findings(context, told) },
    { id: "routes", title: "Routes", body: measured },
    { id: "components", title: "Components", body: matrix(context) },
    {
      id: "targets",
      title: "Targets",
      count: report.targets.filter(isConfigured).length,
      body: attempts(context),
    },
    { id: "certificates", title: "Certificates", body: certificates(report, context.anchors) },
    { id: "settings", title: "Settings", count: report.settings.length, body: settings(context) },
    { id: "vain-changes", title: "Tried in vain", body: vainChanges(context) },
    { id: "machine", title: "Machine", body: machine(context) },
  ];
  return parts.filter(({ body }) => body !== NOTHING);
}

/** In place of the routes, where nothing was measured: what was judged instead. */
function reading(report: Report): Markup {
  return html`${wordsForReading(report).map((text) => html`<p>${text}</p>`)}
<p class="quiet">No route was measured; proxy-doctor check measures them.</p>`;
}

function page(report: Report, { verdict, subject, ...overview }: Overview, parts: readonly Part[]): Markup {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${verdict}: ${subject}, ${momentOf(report.startedAt)}</title>
${styleElement(STYLES)}
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
${masthead(report, { verdict, subject, ...overview })}${contents(parts)}<main>
${parts.map(section)}</main>
<footer><p>${report.tool.name} ${report.tool.version}, report of schema ${report.schemaVersion}. Passwords are masked; host names, addresses and user names are not. proxy-doctor explain CODE tells more of a finding.</p></footer>
</body>
</html>
`;
}

const HASH = createHash("sha256").update(STYLES).digest("base64");

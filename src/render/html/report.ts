import type { Report } from "../../model/report.ts";
import { isConfigured } from "../../model/target.ts";
import { type Told, toldInOrder } from "../told/in-order.ts";
import { momentOf } from "../told/moment.ts";
import { ASKS_TITLE } from "../told/network-asks.ts";
import { overviewOf } from "../told/overview.ts";
import { wordsForReading } from "../told/reading.ts";
import { certificates } from "./certificates.ts";
import { type Context, contextOf } from "./context.ts";
import { findings, linkTo } from "./findings.ts";
import { machine } from "./machine.ts";
import { html, type Markup, NOTHING, written } from "./markup.ts";
import { contents, masthead } from "./masthead.ts";
import { matrix } from "./matrix.ts";
import { ASKS_ANCHOR, networkAsks } from "./network-asks.ts";
import { page } from "./page.ts";
import { routes } from "./routes.ts";
import { type Part, section } from "./section.ts";
import { settings } from "./settings.ts";
import { targets } from "./targets.ts";
import { vainChanges } from "./vain-changes.ts";

/**
 * A report as one page of HTML that needs no network and no script. All that is folded in it is unfolded in print.
 * Text from a network or a file is escaped, and stands in no attribute that leads anywhere. Ends with a line break.
 */
export function renderHtml(report: Report): string {
  const context = contextOf(report);
  const told = toldInOrder(report.findings);
  const overview = overviewOf(report, told);
  const parts = partsOf(context, told);
  const firstLink = told.slice(0, 1).map(({ finding }) => linkTo(context, finding));
  return written(
    page(
      `${overview.verdict}: ${overview.subject}, ${momentOf(report.startedAt)}`,
      html`<a class="skip" href="#findings">To the findings</a>
${masthead(made(report), overview, firstLink)}${contents(parts)}<main>
${parts.map(section)}</main>
${footer(report)}`,
    ),
  );
}

/** What stands in the page, in the order in which it is asked for; parts of which there is nothing to say are left out. */
function partsOf(context: Context, told: readonly Told[]): readonly Part[] {
  const { report, anchors } = context;
  const { length: configured } = report.targets.filter(isConfigured);
  const measured = report.judges === "traffic" ? routes(context) : reading(report);
  const parts: readonly Part[] = [
    { id: "findings", title: "Findings", count: report.findings.length, body: findings(context, told) },
    { id: ASKS_ANCHOR, title: ASKS_TITLE, body: networkAsks(report) },
    { id: "routes", title: "Routes", body: measured },
    { id: "components", title: "Components", body: matrix(context) },
    { id: "targets", title: "Targets", count: configured, body: targets(context) },
    { id: "certificates", title: "Certificates", body: certificates(report, anchors) },
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

function made(report: Report): Markup {
  const did = report.judges === "traffic" ? "checked" : "read settings";
  const time = html`<time datetime="${report.startedAt}">${momentOf(report.startedAt)}</time>`;
  return html`<b>${report.tool.name}</b> ${did} ${time}, in ${(report.durationMs / 1000).toFixed(1)} s`;
}

function footer({ tool, schemaVersion, shared }: Report): Markup {
  const names = shared
    ? "Passwords are masked, and names and addresses stand in place of others, each always of the same one."
    : "Passwords are masked; host names, addresses and user names are not.";
  return html`<footer><p>${tool.name} ${tool.version}, report of schema ${schemaVersion}. ${names} <code>proxy-doctor explain CODE</code> tells more of a finding.</p></footer>`;
}

import type { Fleet } from "../../../model/fleet.ts";
import {
  atMost,
  findingColumns,
  usageColumns,
  wordsForShared,
  wordsForUncounted,
} from "../../told/fleet/across.ts";
import { headlineOf } from "../../told/fleet/headline.ts";
import { rolesOf } from "../../told/fleet/roles.ts";
import { html, type Markup, NOTHING, written } from "../markup.ts";
import { contents, masthead } from "../masthead.ts";
import { page } from "../page.ts";
import { type Part, section } from "../section.ts";
import { columnTable } from "./column-table.ts";
import { hostTable } from "./hosts.ts";
import { roleBody } from "./role.ts";

/** Lines of one kind; the JSON has all. */
const MOST_LINES = 200;

/**
 * A fleet as one page of HTML that needs no network and no script: the machines of each role beside each other, then what
 * is found and used on all of them, and every machine. Ends with a line break.
 */
export function renderFleetHtml(fleet: Fleet): string {
  const headline = headlineOf(fleet);
  const parts = partsOf(fleet).filter(({ body }) => body !== NOTHING);
  const [first] = parts;
  const typed = headline.commands.map((words) => html` <code class="command">${words.join(" ")}</code>`);
  return written(
    page(
      `${headline.verdict}: ${headline.subject}`,
      html`${first === undefined ? NOTHING : html`<a class="skip" href="#${first.id}">To the machines</a>`}
${masthead(html`<b>proxy-doctor</b> fleet`, { ...headline, egress: [] }, html`${typed}`)}${contents(parts)}<main>
${parts.map(section)}</main>
<footer><p>Passwords are masked where reports are made. <code>proxy-doctor explain CODE</code> tells more of a finding.</p></footer>`,
    ),
  );
}

function partsOf(fleet: Fleet): readonly Part[] {
  const { hosts: all } = fleet.summary;
  return [
    ...rolesOf(fleet).map((role): Part => ({ id: role.role, title: role.title, body: roleBody(role) })),
    {
      id: "metadata",
      title: "Metadata that names one machine to several",
      body: lines(fleet.sharedIdentities.map(wordsForShared)),
    },
    {
      id: "findings",
      title: "Findings by machine",
      body: columnTable("What is found, and on which machines", findingColumns(fleet)),
    },
    {
      id: "uses",
      title: "Proxies and versions",
      body: html`${columnTable("Proxies in use", usageColumns("proxy", fleet.proxies, all))}
${columnTable("Versions in use", usageColumns("version", fleet.versions, all))}`,
    },
    { id: "machines", title: "Machines", count: all, body: hostTable(fleet) },
    { id: "reports", title: "Reports that do not count", body: lines(wordsForUncounted(fleet)) },
  ];
}

function lines(texts: readonly string[]): Markup {
  if (texts.length === 0) return NOTHING;
  return html`<ul class="evidence">${atMost(texts, MOST_LINES, "line").map((text) => html`<li>${text}</li>`)}</ul>`;
}

import type { Fleet, FleetHost } from "../../../model/fleet.ts";
import { momentOf } from "../../told/moment.ts";
import { html, type Markup } from "../markup.ts";
import { table } from "../table.ts";

/** A page with more rows is slow to open. */
const MOST = 2000;

/** Every machine: how it is, which machines it is like, and where its report stood. */
export function hostTable({ hosts }: Fleet): Markup {
  const rows = hosts.slice(0, MOST).map((host) => ({
    cells: [
      host.name,
      stateOf(host),
      html`<a href="#${anchorOf(host.group)}">${host.group}</a>`,
      host.proxies.join(", "),
      momentOf(host.startedAt),
      html`<code>${host.file}</code>`,
    ],
  }));
  const more = hosts.length - rows.length;
  return html`${table({
    caption: "Every machine",
    headings: ["machine", "state", "group", "proxies", "checked", "report"],
    rows,
  })}${more === 0 ? "" : html`<p class="quiet">and ${more} more; --format json has all</p>`}`;
}

/** What a group is called in the page: its id is a role, of our own words, and a number. */
export function anchorOf(group: string): string {
  return `group-${group.replace("/", "-")}`;
}

function stateOf({ errors, warnings, incomplete }: FleetHost): Markup {
  const cut = incomplete ? html` <span class="warn">? cut short</span>` : "";
  if (errors > 0) return html`<span class="bad">✗ ${errors} to mend</span>${cut}`;
  if (warnings > 0) return html`<span class="warn">! ${warnings} to look at</span>${cut}`;
  return incomplete ? html`${cut}` : html`<span class="good">✓ fine</span>`;
}

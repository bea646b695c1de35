import { counted } from "../../messages/phrases.ts";
import { describeSource, type Setting } from "../../model/setting.ts";
import { settingIds } from "../../model/setting-id.ts";
import { wordsForUnread } from "../told/reading.ts";
import { faultyFiles } from "./anchors.ts";
import type { Context } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { folded } from "./section.ts";
import { table } from "./table.ts";

/** Every setting where it stands, what of the files could not be read, and the programs that were started with them. */
export function settings(context: Context): Markup {
  const { report } = context;
  const { length } = report.settings;
  const unread = wordsForUnread(report).map((text) => html`<p class="warn">! ${text}</p>`);
  const others = html`${faults(context)}${processes(context)}`;
  if (length === 0) return html`${unread}<p class="quiet">No setting was found.</p>${others}`;
  return html`${unread}${folded(counted(length, "setting"), [settingTable(context), others])}`;
}

function settingTable({ report, anchors }: Context): Markup {
  const ids = settingIds(report.settings);
  const named = new Set<string>();
  const rows = report.settings.map((setting) => {
    const id = anchors.settings.get(ids.get(setting) ?? "") ?? "";
    const cells = [
      html`<code>${setting.name}</code>`,
      html`<code>${setting.value}</code>`,
      html`<code>${describeSource(setting.source)}</code>`,
      remarksOn(setting).join(", "),
    ];
    // A file that two grammars read has each setting twice, and one anchor for both.
    if (named.has(id)) return { cells };
    named.add(id);
    return { id, cells };
  });
  return table({
    caption: "Settings as they stand, secrets masked",
    headings: ["name", "value", "stands at", "remarks"],
    rows,
    kind: "settings",
  });
}

function remarksOn({ source, exported, flaw, resets }: Setting): readonly string[] {
  const file = source.kind === "file" ? source : undefined;
  return [
    ...(file === undefined ? [] : [`read as ${file.loader}`]),
    ...(file?.unit === undefined ? [] : [`for ${file.unit}`]),
    ...(exported ? [] : ["not exported"]),
    ...(flaw === undefined ? [] : [`not taken: ${flaw}`]),
    ...(resets ? ["takes back what stands before it"] : []),
    ...(file?.everyoneReads ? ["everyone may read it"] : []),
  ];
}

function faults({ report, anchors }: Context): Markup {
  const rows = faultyFiles(report).flatMap((path) => {
    const anchor = anchors.files.get(path) ?? "";
    const lines = report.fileFaults.filter((each) => each.path === path);
    const reasons = report.unreadable.filter((each) => each.path === path);
    const told = [
      ...lines.map(({ line, kind, text }) => [`${path}:${line}`, kind, text]),
      ...reasons.map(({ reason }) => [path, "not read", reason]),
    ];
    return told.map(([place = "", kind = "", text = ""], at) => {
      const cells = [html`<code>${place}</code>`, kind, html`<code>${text}</code>`];
      return at === 0 ? { id: anchor, cells } : { cells };
    });
  });
  return table({
    caption: "What of the files cannot be read as it is meant",
    headings: ["place", "what", "text"],
    rows,
  });
}

function processes({ report, anchors }: Context): Markup {
  return table({
    caption: "Running programs that read proxy settings",
    headings: ["process", "program", "its environment"],
    rows: report.processes.map(({ pid, program, environment }) => ({
      id: anchors.processes.get(`${pid}`) ?? "",
      cells: [`${pid}`, program, environment],
    })),
  });
}

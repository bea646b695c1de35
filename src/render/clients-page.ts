import type { ClientName } from "../model/client.ts";

/** One part of the page: a row for each question, a column for each client. */
export type ClientsTable = {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly { readonly question: string; readonly answers: readonly string[] }[];
};

/** `docs/clients.md`: what each client reads and how it matches, as Markdown tables. */
export function renderClientsPage(
  clients: readonly { readonly name: ClientName; readonly version: string }[],
  tables: readonly ClientsTable[],
): string {
  const heading = ["", ...clients.map(({ name, version }) => `${name} ${version}`)];
  return [
    "# What each client reads, and how it matches",
    "",
    "One setting, many readings. These tables are what the models of proxy-doctor answer; the models are held",
    "against the real programs. `proxy-doctor route URL` applies them to the settings you have.",
    ...tables.flatMap(({ title, note, rows }) => [
      "",
      `## ${title}`,
      "",
      note,
      "",
      row(heading),
      row(heading.map(() => "---")),
      ...rows.map(({ question, answers }) => row([question, ...answers])),
    ]),
    "",
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** One part of the page: a row for each question, a column for each client or release. */
export type ClientsTable = {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly question: string; readonly answers: readonly string[] }[];
};

/** `docs/clients.md`: what each client reads and how it matches, as Markdown tables. */
export function renderClientsPage(
  tables: readonly ClientsTable[],
  releases: readonly ClientsTable[],
): string {
  return [
    "# What each client reads, and how it matches",
    "",
    "One setting, many readings. These tables are what the models of proxy-doctor answer; the models are held",
    "against the real programs. `proxy-doctor route URL` applies them to the settings you have, and",
    "`route --client curl@7.68.0 URL` asks for another version.",
    ...tables.flatMap((table) => section(table, "##")),
    "",
    "## Where releases differ",
    "",
    "Only what differs; where the same is asked above, in the same words.",
    ...releases.flatMap((table) => section(table, "###")),
    "",
  ].join("\n");
}

function section({ title, note, columns, rows }: ClientsTable, level: string): readonly string[] {
  return [
    "",
    `${level} ${title}`,
    "",
    ...(note === "" ? [] : [note, ""]),
    row(["", ...columns]),
    row(["", ...columns].map(() => "---")),
    ...rows.map(({ question, answers }) => row([question, ...answers])),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CLIENTS } from "../../src/decide/clients/index.ts";
import { MATCHING } from "../../src/decide/traits/matching.ts";
import { READING } from "../../src/decide/traits/reading.ts";
import type { Trait } from "../../src/decide/traits/trait.ts";
import { VALUES } from "../../src/decide/traits/values.ts";
import { renderClientsPage } from "../../src/render/clients-page.ts";

const page = new URL("../../docs/clients.md", import.meta.url);
const clients = Object.values(CLIENTS);

const answered = (traits: readonly Trait[]) =>
  traits.map(({ question, answer }) => ({ question, answers: clients.map(answer) }));

const generated = renderClientsPage(clients, [
  {
    title: "What is read",
    note: "In the order in which the client looks; the first that is set counts.",
    rows: answered(READING),
  },
  {
    title: "Which entry keeps a host off the proxy",
    note: "An entry of the list of exceptions, and a host; in a list of the JVM, `|` stands for the comma.",
    rows: answered(MATCHING),
  },
  {
    title: "What a proxy's value means",
    note: "Where `http:` and `https:` requests differ, both are given. *As meant* is `http://proxy.corp:3128`.",
    rows: answered(VALUES),
  },
]);

test.runIf(process.env["UPDATE_DOCS"])("docs/clients.md is written anew", () => {
  writeFileSync(page, generated);
});

test("docs/clients.md says what the models answer (UPDATE_DOCS=1 writes it anew)", () => {
  expect(readFileSync(page, "utf8")).toBe(generated);
});

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CLIENTS } from "../../src/decide/clients/index.ts";
import { MATCHING } from "../../src/decide/traits/matching.ts";
import { READING } from "../../src/decide/traits/reading.ts";
import { releaseTables } from "../../src/decide/traits/releases.ts";
import type { Trait } from "../../src/decide/traits/trait.ts";
import { VALUES } from "../../src/decide/traits/values.ts";
import { renderClientsPage } from "../../src/render/clients-page.ts";

const page = new URL("../../docs/clients.md", import.meta.url);
const clients = Object.values(CLIENTS);

const table = (title: string, note: string, traits: readonly Trait[]) => ({
  title,
  note,
  columns: clients.map(({ name, version }) => `${name} ${version}`),
  rows: traits.map(({ question, answer }) => ({ question, answers: clients.map(answer) })),
});

const generated = renderClientsPage(
  [
    table(
      "What is read",
      "In the order in which the client looks; the first that is set counts. – : it reads no such setting.",
      READING,
    ),
    table(
      "Which entry keeps a host off the proxy",
      "What becomes of `http://HOST/` (so port 80 where none is written) with such a list of exceptions. In a list of the JVM, `|` stands for the comma.",
      MATCHING,
    ),
    table(
      "What a proxy's value means",
      "Where `http:` and `https:` requests differ, both are given. *As meant* is `http://proxy.corp:3128`; **direct** that the setting is dropped without a word. – : the JVM takes host and port apart.",
      VALUES,
    ),
  ],
  releaseTables().map(({ client, releases, rows }) => ({ title: client, note: "", columns: releases, rows })),
);

test.runIf(process.env["UPDATE_DOCS"])("docs/clients.md is written anew", () => {
  writeFileSync(page, generated);
});

test("docs/clients.md says what the models answer (UPDATE_DOCS=1 writes it anew)", () => {
  expect(readFileSync(page, "utf8")).toBe(generated);
});

test("what releases answer differently is among them", () => {
  const curl = releaseTables().find(({ client }) => client === "curl");
  const networks = curl?.rows.find(({ question }) => question.startsWith("`10.0.0.0/16`"));
  expect(networks?.answers).toEqual([
    "proxy",
    "proxy",
    "**direct**",
    "**direct**",
    "**direct**",
    "**direct**",
  ]);
});

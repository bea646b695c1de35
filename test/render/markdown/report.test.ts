import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { marked, type Token } from "marked";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { LONGEST, renderMarkdown } from "../../../src/render/markdown/report.ts";
import { anyReport } from "../any-report.ts";
import { decision, report, through } from "../build.ts";
import { deadProxy, healthy, misroutedMetadata } from "../reports.ts";

const CASES = [
  ["healthy", healthy],
  ["misrouted-metadata", misroutedMetadata],
  ["dead-proxy", deadProxy],
] as const;

test.each(CASES)("%s, as it is pasted into a ticket", async (name, shown) => {
  await expect(renderMarkdown(shown)).toMatchFileSnapshot(`golden/${name}.md`);
});

test("without its evidence, where only findings are wanted", () => {
  const text = renderMarkdown(misroutedMetadata, { detail: "findings-only" });
  expect(text).toContain("Error: `misrouted-to-proxy`");
  expect(text).not.toContain("<details>");
});

/** All tokens of a text, those within others too. */
function tokensOf(text: string): readonly Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(text, { gfm: true }), (token) => {
    all.push(token);
  });
  return all;
}

const OURS: ReadonlySet<string> = new Set([
  "heading",
  "paragraph",
  "text",
  "strong",
  "list",
  "list_item",
  "code",
  "codespan",
  "table",
  "html",
  "space",
  // A bar within a cell's code.
  "escape",
]);

/** The only HTML of the template; a title of ours stands in each summary. */
const OUR_HTML = /^\s*(?:<details>\s<summary>[\w ,.:-]+<\/summary>\s*|<\/details>\s*|<br>)$/;

describe("whatever a network or a file sends", () => {
  test("makes no markup, link, image or HTML", () => {
    fc.assert(
      fc.property(anyReport, (shown) => {
        const tokens = tokensOf(renderMarkdown(shown));
        expect(tokens.filter(({ type }) => !OURS.has(type))).toEqual([]);
        const html = tokens.filter(({ type }) => type === "html").map(({ raw }) => raw);
        expect(html.filter((raw) => !OUR_HTML.test(raw))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("makes no heading or table of its own", () => {
    fc.assert(
      fc.property(anyReport, (shown) => {
        const tokens = tokensOf(renderMarkdown(shown));
        const count = (type: string) => tokens.filter((token) => token.type === type).length;
        const asks = shown.fixes.some(({ verdict }) => verdict === "needs-network-team") ? 1 : 0;
        expect(count("heading")).toBeLessThanOrEqual(1 + shown.findings.length + asks);
        expect(count("table")).toBe(4);
      }),
      { numRuns: 30 },
    );
  });

  test("stands outside code only as words: no address, mention, number of an issue or entity", () => {
    fc.assert(
      fc.property(anyReport, (shown) => {
        const plain = tokensOf(renderMarkdown(shown))
          .filter((token) => token.type === "text" && !("tokens" in token && token.tokens?.length))
          .map(({ raw }) => raw)
          .join("\n");
        expect(plain).not.toMatch(/[@#<>&\\_*~[\]$]|:\/\/|www\.|!\[/);
      }),
      { numRuns: 60 },
    );
  });

  test("brings no control or format character, but tabs of a diff", () => {
    fc.assert(
      fc.property(anyReport, (shown) => {
        expect(renderMarkdown(shown)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 30 },
    );
  });
});

const EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist", "footnotes"].flatMap((name) => [
  "-e",
  name,
]);
const hasCmark = spawnSync("cmark-gfm", ["--version"]).error === undefined;

describe.skipIf(!hasCmark)("by GitHub's own parser (skipped where cmark-gfm is not installed)", () => {
  const OUR_TAGS = /^(?:h2|h3|p|strong|ul|li|pre|code|table|thead|tbody|tr|th|td|details|summary|br)$/;

  test("there is no element but those of the template, and code and tables are what they are to marked", () => {
    fc.assert(
      fc.property(anyReport, (shown) => {
        const text = renderMarkdown(shown);
        const { stdout } = spawnSync("cmark-gfm", ["--unsafe", ...EXTENSIONS], {
          input: text,
          encoding: "utf8",
        });
        const tags = [...stdout.matchAll(/<\/?([^\s/>]+)/g)].map(([, name = ""]) => name);
        expect(tags.filter((name) => !OUR_TAGS.test(name))).toEqual([]);
        const count = (name: string) => tags.filter((each) => each === name).length / 2;
        const tokens = tokensOf(text);
        expect(count("table")).toBe(4);
        expect(count("code")).toBe(
          tokens.filter(({ type }) => type === "codespan" || type === "code").length,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is too long for GitHub", () => {
  const many = <T>(count: number, make: (at: number) => T) =>
    Array.from({ length: count }, (_, at) => make(at));

  test("loses rows of evidence first, and says how many", () => {
    const observations = many(80, () => misroutedMetadata.observations).flat();
    const text = renderMarkdown({ ...misroutedMetadata, observations });
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text.length).toBeGreaterThan(LONGEST - 1000);
    expect(text).toMatch(/^\d+ of \d+ are left out for length\.$/m);
    expect(text).toContain("Error: `misrouted-to-proxy`");
  });

  test("then tells findings in short, the last ones first", () => {
    const [first, , other] = misroutedMetadata.findings;
    if (first === undefined || other === undefined) throw new Error("no such fixture");
    const findings = many(150, (at) => ({ ...(at === 0 ? first : other), id: `${other.id}${at}` }));
    const text = renderMarkdown({ ...misroutedMetadata, findings, fixes: [] });
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text.match(/^### /gm)).toHaveLength(150);
    expect(text.match(/^There is no room for its evidence here/gm)?.length).toBeGreaterThan(10);
  });

  test("and counts them where even that is too much", () => {
    const [first] = misroutedMetadata.findings;
    if (first === undefined) throw new Error("no such fixture");
    const findings = many(2000, (at) => ({ ...first, id: `${first.id}${at}` }));
    const text = renderMarkdown({ ...misroutedMetadata, findings, fixes: [] });
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text).toMatch(/^\d+ more findings for which there is no room here\.$/m);
  });

  test("fits whatever is long", () => {
    const nasty = "`\u0001".repeat(5000);
    const long: Report = report({
      ...misroutedMetadata,
      installation: { ...misroutedMetadata.installation, services: nasty, addresses: [nasty, nasty] },
      egress: many(30, () => ({ route: nasty, address: nasty })),
      toolErrors: many(30, () => nasty),
      unreadable: many(30, () => ({ path: nasty, reason: nasty })),
      targets: [...misroutedMetadata.targets, { id: "s3/bucket", unconfigured: nasty }],
      decisions: many(30, (at) => decision("replicated", "s3/global", through(`http://${nasty}:${at}`))),
      settings: many(30, () => ({
        name: nasty,
        value: nasty,
        exported: true,
        source: { kind: "environment" } as const,
      })),
      fixes: misroutedMetadata.fixes.map((fix) => ({ ...fix, diff: nasty.repeat(20), restart: [nasty] })),
    });
    expect(renderMarkdown(long).length).toBeLessThanOrEqual(LONGEST);
  });
});

import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { block, code, prose, row } from "../../../src/render/markdown/text.ts";

const html = (markdown: string) => marked.parse(markdown, { gfm: true, async: false }).trim();

describe("words of ours with names among them", () => {
  test.each([
    [
      "it is to be called direct (by curl, apt and EC2).",
      "it is to be called direct (by curl, apt and EC2).",
    ],
    ["through http://10.0.0.33:3128; that fails", "through `http://10.0.0.33:3128`; that fails"],
    [
      "HTTP_PROXY (/etc/environment:2) names the proxy",
      "`HTTP_PROXY` (`/etc/environment:2`) names the proxy",
    ],
    ["`a b` looks like a match", "`a b` looks like a match"],
    ["ask @all of GH-12 and #4, 407 times", "ask `@all` of `GH-12` and `#4`, 407 times"],
    ["1. no list", "`1.` no list"],
    ["two\nlines\u001b[2J", "two `lines\\u{1b}[2J`"],
  ])("%j", (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  test("spans of code that would touch are kept apart", () => {
    expect(html(prose("a`b`c=`d e`"))).toBe("<p>a <code>b</code> <code>c=</code> <code>d e</code></p>");
  });
});

describe("code", () => {
  test.each([
    ["a", "a"],
    ["`", "`"],
    ["``a`", "``a`"],
    ["a``` b", "a``` b"],
    ["<b>&amp;", "&lt;b&gt;&amp;amp;"],
    ["\\", "\\"],
    ["***", "***"],
  ])("%j is shown as it is", (text, expected) => {
    expect(html(`x ${code(text)} y`)).toBe(`<p>x <code>${expected}</code> y</p>`);
  });

  test("of nothing says so", () => {
    expect(code(" \n")).toBe("(empty)");
  });

  test("in a block is closed by nothing within it", () => {
    const text = "```\n````\n# no heading\n";
    expect(html(block("", text).join("\n"))).toBe(`<pre><code>${text}</code></pre>`);
  });

  test.each([
    ["a|b", "a|b"],
    ["a\\\\|b", "a\\\\\\\\|b"],
  ])("%j in a table ends no cell", (text, expected) => {
    const shown = html([row(["h", "i"]), row(["---", "---"]), row([code(text), "last"])].join("\n"));
    expect(shown).toContain(`<td><code>${expected}</code></td>\n<td>last</td>`);
  });
});

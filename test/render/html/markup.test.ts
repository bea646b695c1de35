import { describe, expect, test } from "vitest";
import { html, joined, NOTHING, styleElement, written } from "../../../src/render/html/markup.ts";

describe("a template", () => {
  test("escapes what is not markup, in text and between quotes", () => {
    const value = `<b a='1' c="2">&amp;`;
    expect(written(html`<i title="${value}">${value}</i>`)).toBe(
      '<i title="&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;">&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;</i>',
    );
  });

  test("takes markup as it is, and lists one item after the other", () => {
    expect(written(html`<p>${[html`<b>1</b>`, ["<2>", 3], NOTHING]}</p>`)).toBe("<p><b>1</b>&lt;2&gt;3</p>");
    expect(written(joined(["a", "b", html`<i>c</i>`], "<"))).toBe("a&lt;b&lt;<i>c</i>");
  });

  test("is refused where a value would stand in an attribute without quotes", () => {
    expect(() => html`<a href=${"x"}>`).toThrow("no quotes");
  });

  test("shows what is invisible, and what is no character", () => {
    const shown = written(html`${"a\u001b[31m\u202eb\u0000\ud800c\ufffe\r\nd"}`);
    expect(shown).toBe("a\\u{1b}[31m\\u{202e}b\\u{0}\\u{d800}c\\u{fffe}\nd");
  });

  test("cuts what no page can hold, and says how much", () => {
    const shown = written(html`${"x".repeat(1_000_000)}`);
    expect(shown.length).toBeLessThan(20_000);
    expect(shown).toMatch(/x… \(and 983616 characters more\)$/);
  });
});

test("a style sheet cannot end its own element", () => {
  expect(() => styleElement("a{}</style><script>")).toThrow();
});

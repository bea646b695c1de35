import { expect, test } from "vitest";
import { renderPage } from "../../../src/render/terminal/page.ts";

const PAGE = `# code-of-it

What \`it\` means, see [another](other.md), in a paragraph that is **longer** than a line, and \`says so\`.

| Program | Does |
|---|---|
| curl | this |

* one thing that is long enough to be broken
* another

\`\`\`sh
first --command
second
\`\`\`
`;

test("a page of Markdown is told in lines of a terminal", () => {
  expect(renderPage(PAGE, { width: 32, colour: false })).toBe(`code-of-it

What it means, see another, in a
paragraph that is longer than a
line, and "says so".

Program  Does
───────  ────
curl     this

  - one thing that is long
    enough to be broken
  - another

  first --command
  second
`);
});

test("a table whose words would have to be broken is told row by row", () => {
  const page =
    "| Client | Goes by | Else |\n|---|---|---|\n| curl | `SSL_CERT_FILE` | |\n| Java | cacerts | `-Dx` |";
  expect(renderPage(page, { width: 24, colour: false })).toBe(`  - curl
    Goes by:
    SSL_CERT_FILE
  - Java
    Goes by: cacerts
    Else: -Dx
`);
});

test("headings stand out in colour, and what is not text is shown as such", () => {
  const told = renderPage("# a\u001b[2J\n\nb\u0007", { width: 80, colour: true });
  expect(told).toContain("\u001b[1m");
  expect(told).not.toContain("\u001b[2J");
  expect(told).not.toContain("\u0007");
});

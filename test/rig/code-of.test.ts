import { expect, test } from "vitest";
import { codeOf } from "./code-of.ts";

test.each([
  [`\`at \${now()}\``, "`now()}"],
  [`\`a \${b ? \`c \${now} now\` : {}} now\`;`, "`b?`now}:{}};"],
  ["'' + \"now\" // now", "'' +  "],
  ["/[`'\"]/.test(a); /* now */", ".test(a); "],
  ["match(/`/); now()", "match(); now()"],
])("of %s is left: %s", (source, code) =>
  expect(codeOf(source).replaceAll(/[ \n]/g, "")).toBe(code.replaceAll(/[ \n]/g, "")),
);

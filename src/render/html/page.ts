import { createHash } from "node:crypto";
import { html, type Markup, styleElement } from "./markup.ts";
import { STYLES } from "./styles.ts";

/** Lets the page load nothing and run nothing, even where somebody finds a hole in it; its one style sheet goes by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLES).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** A whole document around what stands in it. */
export function page(title: string, body: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${styleElement(STYLES)}
</head>
<body>
${body}
</body>
</html>
`;
}

import { html, type Markup } from "./markup.ts";

/** Facts side by side; nothing where none of them is known. */
export function line(parts: readonly (string | undefined)[]): Markup | "" {
  const told = parts.filter((each) => each !== undefined && each !== "");
  return told.length === 0 ? "" : html`<p>${told.join(" · ")}</p>`;
}

import { wordsForPatch } from "../../messages/patches.ts";
import { VERDICTS } from "../../messages/verdicts.ts";
import { isVain } from "../told/fixes.ts";
import type { Context } from "./context.ts";
import { html, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** Changes of settings that were tried and do not help, so that nobody tries them again. */
export function vainChanges({ report, anchors }: Context): Markup {
  const tried = report.fixes.filter(isVain);
  const rows = tried.map(({ findings, patch, verdict }) => {
    const [finding = ""] = findings;
    const anchor = anchors.findings.get(finding);
    const name = anchor === undefined ? html`${finding}` : html`<a href="#${anchor}">${anchor}</a>`;
    return {
      cells: [
        name,
        patch.map((each) => html`<p class="place"><code>${wordsForPatch(each)}</code></p>`),
        `${VERDICTS[verdict].word}: ${VERDICTS[verdict].meaning}`,
      ],
    };
  });
  return table({
    caption: "Changes that do not help",
    headings: ["finding", "change", "what became of it"],
    rows,
  });
}

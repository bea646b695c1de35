import type { FindingCode } from "../model/finding.ts";

/** The page of a code, `docs/findings/<code>.md`, as Markdown; the build takes all of them into the program. */
export async function pageOf(code: FindingCode): Promise<string> {
  const page: { readonly default: string } = await import(`../../docs/findings/${code}.md`);
  return page.default;
}

/** The first sentence of a finding's page, which says what the code means; empty where the page has none. */
export function summaryOf(page: string): string {
  const [, paragraph = ""] = /^## What it means\n+(.+)$/m.exec(page) ?? [];
  const [sentence = ""] = /^.*?[.](?=\s|$)/.exec(paragraph) ?? [];
  return sentence;
}

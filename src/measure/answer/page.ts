import type { Headers } from "../../model/phase.ts";

/** Titles longer than this are cut. */
const LONGEST_TITLE = 200;

/** Whether an answer is HTML: it says so, or begins so whatever it says; filters are not always careful. */
export function isHtml({ headers, body }: { readonly headers: Headers; readonly body: string }): boolean {
  return (
    /^(text\/html|application\/xhtml\+xml)\b/i.test(headers["content-type"] ?? "") ||
    /^\uFEFF?\s{0,100}<(!doctype html|html|head)\b/i.test(body)
  );
}

/** The title of a page, its blanks made single; empty where there is none. */
export function titleOf(body: string): string {
  const [, title = ""] = /<title[^<>]{0,100}>([^<]{0,1000})/i.exec(body) ?? [];
  return title.replace(/\s+/g, " ").trim().slice(0, LONGEST_TITLE);
}

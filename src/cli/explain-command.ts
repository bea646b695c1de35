import * as v from "valibot";
import { FINDING_GROUPS } from "../messages/finding-groups.ts";
import type { FindingCode } from "../model/finding.ts";
import { type CodeGroup, renderCodes } from "../render/terminal/codes.ts";
import { renderPage } from "../render/terminal/page.ts";
import { summaryOf } from "../render/told/page-summary.ts";
import { didYouMean } from "./did-you-mean.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { pageOf } from "./finding-pages.ts";
import { parseOptions } from "./parse-options.ts";
import { standardOutput } from "./standard-output.ts";
import { faceOf } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

const ExplainOptions = v.object({ color: v.boolean() });

/** Every code, in the order in which they are listed. */
export const CODES: readonly FindingCode[] = Object.values(FINDING_GROUPS).flatMap(({ codes }) => codes);

/** `explain`: the pages of some codes, or of findings by their ids, or without any, what each code means in a sentence. */
export async function runExplain(asked: readonly string[], raw: unknown): Promise<ExitCode> {
  const { color } = parseOptions(ExplainOptions, raw);
  const face = faceOf(standardOutput(), process.env, color);
  const codes = [...new Set(asked.map(codeNamed))];
  const text =
    codes.length === 0
      ? renderCodes(await allGroups(), face)
      : (await Promise.all(codes.map(pageOf))).map((page) => renderPage(page, face)).join("\n");
  standardOutput().write(text);
  return EXIT.clean;
}

async function allGroups(): Promise<readonly CodeGroup[]> {
  const groups = Object.values(FINDING_GROUPS).map(async ({ title, codes }) => ({
    title,
    codes: await Promise.all(codes.map(async (code) => ({ code, means: summaryOf(await pageOf(code)) }))),
  }));
  return Promise.all(groups);
}

/** The code of a word that is one, or the id of a finding: `<code>:<what distinguishes it>`. */
function codeNamed(word: string): FindingCode {
  const [name = ""] = word.split(":");
  const code = CODES.find((each) => each === name);
  if (code === undefined) {
    const meant = didYouMean(name, CODES) || "; proxy-doctor explain lists all codes";
    throw new UsageError(`explain: there is no finding "${word}"${meant}`);
  }
  return code;
}

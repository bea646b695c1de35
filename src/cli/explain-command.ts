import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { RULES } from "../diagnose/rules/index.ts";
import { renderPage } from "../render/terminal/page.ts";
import { didYouMean } from "./did-you-mean.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { parseOptions } from "./parse-options.ts";
import { faceOf } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Beside the built program. */
const PAGES = new URL("../docs/findings/", import.meta.url);

const ExplainOptions = v.object({ color: v.boolean() });

/** `explain`: the page of a finding's code or, without one, all codes. */
export async function runExplain(code: string | undefined, raw: unknown): Promise<ExitCode> {
  const { color } = parseOptions(ExplainOptions, raw);
  const codes = Object.keys(RULES).sort();
  if (code === undefined) {
    process.stdout.write(`${codes.join("\n")}\n`);
    return EXIT.clean;
  }
  if (!codes.includes(code)) {
    const meant = didYouMean(code, codes) || "; proxy-doctor explain lists all codes";
    throw new UsageError(`explain: there is no finding "${code}"${meant}`);
  }
  const page = await readFile(new URL(`${code}.md`, PAGES), "utf8");
  process.stdout.write(renderPage(page, faceOf(process.stdout, process.env, color)));
  return EXIT.clean;
}

import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { RULES } from "../diagnose/rules/index.ts";
import { renderPage } from "../render/terminal/page.ts";
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
  if (!codes.includes(code))
    throw new UsageError(`explain: there is no finding "${code}"${suggestion(code, codes)}`);
  const page = await readFile(new URL(`${code}.md`, PAGES), "utf8");
  process.stdout.write(renderPage(page, faceOf(process.stdout, process.env, color)));
  return EXIT.clean;
}

/** The codes that share most words with what was asked for. */
function suggestion(asked: string, codes: readonly string[]): string {
  const words = new Set(
    asked
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter(Boolean),
  );
  const shared = (code: string) => code.split("-").filter((word) => words.has(word)).length;
  const most = Math.max(...codes.map(shared));
  const near = codes.filter((code) => shared(code) === most).slice(0, 3);
  return most === 0 ? "; proxy-doctor explain lists all codes" : `; did you mean ${near.join(" or ")}?`;
}

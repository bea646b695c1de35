import { nextLine } from "./edit.ts";
import type { TextFault } from "./format.ts";

/** The number of a step in instructions, `2.)`, `2)` or `2.`, at the beginning of a line. */
const LABEL = /^[ \t]*\d{1,3}(?:\.\)[ \t]*|[.)][ \t]+)/;

/** The same, with an assignment behind it. */
export const LABELLED_ASSIGNMENT =
  /^[ \t]*\d{1,3}(?:\.\)[ \t]*|[.)][ \t]+)(?=(?:export[ \t]+)?[A-Za-z_]\w*=)/;

const TEE = String.raw`\|[ \t]*(?:sudo[ \t]+)?tee\b`;
const TO_ETC = String.raw`>>?[ \t]*["']?\/etc\/`;
const DOCUMENT = String.raw`<<-?[ \t]*["'\\]?[A-Za-z_]\w*["']?`;

/** A command that begins a here-document whose text was to become the file. */
const OPENING = new RegExp(
  String.raw`^[ \t]*(?:\([ \t]*)?(?:sudo[ \t]+)?(?:cat[ \t]*${DOCUMENT}[ \t\r]*(?:$|${TEE}|${TO_ETC})|tee\b.*${DOCUMENT})`,
);

/** What else of such instructions stands on a line by itself. */
const COMMANDS: readonly RegExp[] = [
  new RegExp(String.raw`^[ \t]*(?:EOF[ \t]*)?\)[ \t]*(?:${TEE}|${TO_ETC})`),
  new RegExp(String.raw`^[ \t]*(?:sudo[ \t]+)?(?:echo|printf)\b.*(?:${TEE}|${TO_ETC})`),
  /^[ \t]*(?:sudo[ \t]+)?service[ \t]+[\w*\\-]+[ \t]+(?:re)?(?:start|stop)\b/,
  /^[ \t]*(?:sudo[ \t]+)?systemctl[ \t]+(?:daemon-reload|(?:re)?start|stop)\b/,
];

/** More of a line is not looked at. */
const LONGEST_LOOK = 4096;

/** A fault, and the offset in the text of the first character of its line that is no blank. */
export type PastedLine = TextFault & { readonly offset: number };

/**
 * Lines of instructions that were pasted into a settings file: the number of a step, and the commands that were to
 * write the file. Text of any other here-document, and comments, are passed over.
 */
export function pastedLines(text: string): readonly PastedLine[] {
  const faults: PastedLine[] = [];
  let open: { readonly delimiter: string; readonly pasted: boolean } | undefined;
  let line = 0;
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    line++;
    const content = text.slice(start, Math.min(nextLine(text, start), start + LONGEST_LOOK)).trimEnd();
    const ends = content.trimStart() === (open?.delimiter ?? "EOF");
    if (open?.pasted === false && !ends) continue;
    const kind = ends ? (open?.pasted === false ? undefined : "pasted-command") : kindOf(content);
    if (ends) open = undefined;
    else open = documentOf(content) ?? open;
    const indent = content.length - content.trimStart().length;
    if (kind !== undefined) faults.push({ kind, line, offset: start + indent });
  }
  return faults;
}

/** Faults of a grammar with what was pasted; of a line that was, no more is said. */
export function withPasted(pasted: readonly TextFault[], others: readonly TextFault[]): readonly TextFault[] {
  return [...pasted, ...others.filter(({ line }) => !pasted.some((fault) => fault.line === line))];
}

/** The same as faults of a grammar whose loader skips them, or takes them for anything but assignments. */
export function pastedFaults(text: string): readonly TextFault[] {
  return pastedLines(text).map(({ kind, line }) => ({ kind, line }));
}

function kindOf(content: string): TextFault["kind"] | undefined {
  if (isLabelled(content)) return "pasted-label";
  return OPENING.test(content) || COMMANDS.some((command) => command.test(content))
    ? "pasted-command"
    : undefined;
}

function isLabelled(content: string): boolean {
  const label = LABEL.exec(content)?.[0];
  return label !== undefined && label.length < content.length;
}

/** The here-document that a line begins. */
function documentOf(content: string): { readonly delimiter: string; readonly pasted: boolean } | undefined {
  const delimiter = /^[^#]*(?<!<)<<-?[ \t]*["'\\]?([A-Za-z_]\w*)/.exec(content)?.[1];
  return delimiter === undefined
    ? undefined
    : { delimiter, pasted: OPENING.test(content.replace(LABEL, "")) };
}

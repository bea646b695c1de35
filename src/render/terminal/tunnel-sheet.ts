import { notFromHere, remarks, wayWords } from "../../messages/tunnel-ways.ts";
import { consoleWords, sightAt, sightWords } from "../../messages/tunnel-words.ts";
import type { PortSight, TunnelAdvice, TunnelPort } from "../../model/tunnel.ts";
import { oneLine } from "../told/one-line.ts";
import type { Cell, Column } from "../told/table.ts";
import { GLUE, type Tone } from "../told/tone.ts";
import type { TerminalOptions } from "./report.ts";
import { type Paint, painter } from "./style.ts";
import { tableLines } from "./table.ts";
import { labelled, wrapped } from "./text.ts";

const NARROWEST = 40;

/**
 * For a person at a terminal: whether the console is reached and why not, what to type, what to open, then what was
 * measured. Ends with a line break. No line is wider than `width`, or 40 columns, but the command, which is to be copied.
 */
export function renderTunnel(advice: TunnelAdvice, options: TerminalOptions): string {
  const width = Math.max(NARROWEST, options.width);
  const paint = painter(options);
  const { what, why, remedy } = consoleWords(advice);
  const isFull = options.detail === "full";
  const parts = [
    [
      ...wrapped(`${GLYPHS[toneOf(advice)]} ${what}`, width).map((line) => paint(toneOf(advice), line)),
      ...(isFull ? [why, remedy].filter(Boolean).flatMap((text) => wrapped(text, width)) : []),
    ],
    callLines(advice, width, paint),
    isFull ? noteLines(advice, width) : [],
    isFull ? tableLines(columnsOf(advice), width, paint) : [],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

const GLYPHS: Readonly<Record<Tone, string>> = {
  plain: "",
  quiet: "",
  strong: "",
  good: "✓",
  bad: "✗",
  warn: "!",
};

function toneOf({ cause }: TunnelAdvice): Tone {
  if (cause === "answers") return "good";
  return cause === "unmeasured" || cause === "only-through-proxy" ? "warn" : "bad";
}

/** Who reaches the console needs no tunnel; on the box itself the command is one for others. */
function needsTunnel({ cause, isOnTheBox }: TunnelAdvice): boolean {
  return cause !== "answers" || isOnTheBox;
}

/** What to type and what to open; the command is never broken. */
function callLines(advice: TunnelAdvice, width: number, paint: Paint): readonly string[] {
  if (!needsTunnel(advice)) return labelled("open:", [advice.consoleAddress], width);
  const command = paint("strong", oneLine(advice.command));
  return [
    `${"type:".padEnd(LABEL)}${command}`,
    ...(advice.way.kind === "none" ? labelled("", [notFromHere(advice)], width) : []),
    ...labelled("open:", [`${advice.address} while it runs`], width),
  ];
}

const LABEL = 7;

function noteLines(advice: TunnelAdvice, width: number): readonly string[] {
  if (!needsTunnel(advice)) return [];
  return [wayWords(advice), ...remarks(advice)].flatMap((text) => {
    const [first = "", ...others] = wrapped(text, width - BULLET.length);
    return [`${BULLET}${first}`, ...others.map((line) => `${" ".repeat(BULLET.length)}${line}`)];
  });
}

const BULLET = "- ";

const PORT_NAMES: Readonly<Record<TunnelPort, string>> = {
  "replicated-ui": "console",
  ssh: "ssh",
  bastion: "bastion, ssh",
  here: "this machine",
};

function columnsOf(advice: TunnelAdvice): readonly Column[] {
  const rows = [...new Map(advice.sights.map((sight) => [sight.port, sight] as const)).values()];
  const routes = [...new Set(advice.sights.map(({ route }) => route))];
  return [
    {
      heading: "Port",
      cells: rows.map(({ port, number }) => [{ tone: "plain", text: `${number}${GLUE}${PORT_NAMES[port]}` }]),
    },
    ...routes.map((route) => ({
      heading: route === "direct" ? "direct" : `through ${route}`,
      cells: rows.map(({ port }) => cellOf(sightAt(advice, port, route))),
      breakAfter: "/",
    })),
  ];
}

function cellOf(sight: PortSight | undefined): Cell {
  if (sight === undefined) return [{ tone: "quiet", text: "–" }];
  const [tone, glyph] = STATE_MARKS[sight.state.kind];
  return [{ tone, text: `${glyph}${GLUE}${sightWords(sight)}` }];
}

const STATE_MARKS = {
  serves: ["good", "✓"],
  "another-answers": ["bad", "✗"],
  fails: ["plain", "✗"],
  unmeasured: ["warn", "?"],
} as const satisfies Readonly<Record<PortSight["state"]["kind"], readonly [Tone, string]>>;

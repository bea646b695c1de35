import type { TerminalOptions } from "../../render/terminal/report.ts";
import { statusLine, type Watched, watchScreen } from "../../render/terminal/watch.ts";
import type { View } from "./view.ts";

/** What a screen needs of standard output. */
type Terminal = Pick<NodeJS.WriteStream, "columns" | "rows" | "write" | "on" | "off">;

const ESC = "\u001b";
const ENTER = `${ESC}[?1049h${ESC}[?25l${ESC}[2J`;
const LEAVE = `${ESC}[?25h${ESC}[?1049l`;
const HOME = `${ESC}[H`;
const REST_OF_LINE = `${ESC}[K`;
const REST_OF_SCREEN = `${ESC}[J`;

/** Redraws in place, on a screen of its own, behind which the terminal stays as it was. */
export function screenView(terminal: Terminal, options: TerminalOptions): View {
  let last: Watched | undefined;
  let doing = "";
  const draw = () => {
    if (last === undefined) return drawStatus();
    const lines = watchScreen(last, doing, { ...options, width: terminal.columns, height: terminal.rows });
    // Nothing is cleared before it is written over: that would flicker.
    terminal.write(`${HOME}${lines.map((line) => `${line}${REST_OF_LINE}`).join("\r\n")}${REST_OF_SCREEN}`);
  };
  const drawStatus = () => {
    terminal.write(`${HOME}${statusLine(doing, terminal.columns)}${REST_OF_LINE}`);
  };
  const leave = once(() => terminal.write(LEAVE));
  terminal.write(ENTER);
  terminal.on("resize", draw);
  // A second Ctrl-C ends the process where it stands.
  process.on("exit", leave);
  return {
    status: (text) => {
      doing = text;
      drawStatus();
    },
    show: (watched) => {
      last = watched;
      draw();
    },
    end: () => {
      terminal.off("resize", draw);
      process.off("exit", leave);
      leave();
    },
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

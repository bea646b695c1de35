import { styleText } from "node:util";
import type { Tone } from "../told/tone.ts";

const STYLES = {
  plain: undefined,
  good: "green",
  bad: "red",
  warn: "yellow",
  quiet: "dim",
  strong: "bold",
} as const satisfies Readonly<Record<Tone, string | undefined>>;

/** Where text goes. `width` counts columns; `ascii` signs are for where no others can be shown. */
export type Face = {
  readonly width: number;
  readonly colour: boolean;
  readonly glyphs?: "unicode" | "ascii";
};

/** Colours one line of text; never adds anything but SGR sequences. */
export type Paint = (tone: Tone, line: string) => string;

/** Paints for a terminal that shows colours, or leaves text as it is. */
export function painter({ colour }: Pick<Face, "colour">): Paint {
  return (tone, line) => {
    const style = STYLES[tone];
    if (!colour || style === undefined || line === "") return line;
    // Whether colour is wanted was decided by who called; Node would decide again by this process's output.
    return styleText(style, line, { validateStream: false });
  };
}

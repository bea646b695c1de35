import { styleText } from "node:util";

/** What colour is to tell; glyphs and words tell the same without it. */
const STYLES = {
  plain: undefined,
  good: "green",
  bad: "red",
  warn: "yellow",
  quiet: "dim",
  strong: "bold",
} as const;
/** What a piece of text is to say by its colour. */
export type Tone = keyof typeof STYLES;

/** Where text goes. `width` counts columns. */
export type Face = { readonly width: number; readonly colour: boolean };

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

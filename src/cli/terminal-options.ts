type Face = { readonly width: number; readonly colour: boolean };

const DEFAULT_COLUMNS = 80;

/** Width and colour of standard output; `colourWanted` is what `--no-color` says. */
export function terminalOptions(colourWanted: boolean): Face {
  const { isTTY: terminal, columns } = process.stdout;
  const wanted = colourWanted && process.env["NO_COLOR"] === undefined && process.env["TERM"] !== "dumb";
  return {
    width: terminal ? columns : fileOptions().width,
    colour: wanted && (terminal || process.env["FORCE_COLOR"] !== undefined),
  };
}

/** Width and colour of text that goes to no terminal. */
export function fileOptions(): Face {
  return { width: Number(process.env["COLUMNS"]) || DEFAULT_COLUMNS, colour: false };
}

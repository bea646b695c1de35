import type { LineShape } from "../formats/line-shapes.ts";
import { isShownWord } from "../formats/mask-line.ts";
import type { Loader } from "../model/setting.ts";
import { standIn } from "./stand-in.ts";

/** Hides the words of a piece of text that is no setting's value. */
export type Hide = (text: string) => string;

/** What decides which words of a text are hidden, and by what. */
export type Hiding = {
  readonly loader: Loader;
  readonly shape: LineShape;
  /** The delimiters of here-documents, and what stands for them. */
  readonly delimiters: ReadonlyMap<string, string>;
  /** Parts of the names of settings that are shown, where a name is put together from words of several lines. */
  readonly named: ReadonlySet<string>;
};

/** Words of the grammars themselves, which decide how a text is read. */
const GRAMMAR = new Set(
  [
    "if then elif else fi while until for select do done case esac in function time true false null",
    "export declare typeset readonly local unset read printf set return exit exec break continue allexport",
    "Service Environment Defaults env_keep env_reset etc",
    "#clear #include #x-apt-configure-index",
  ].flatMap((line) => line.split(" ")),
);

/** Flags of the commands that declare variables. */
const FLAG = /^[-+][aefginoprtux]{1,2}$/;

/** What a backslash and the characters behind it are, where a grammar refuses an escape that it does not know. */
const ESCAPES: { readonly [L in Loader]?: string } = {
  "replicated-conf": String.raw`\\u[\da-f]{4}|\\[bfnrt]`,
  "docker-daemon-json": String.raw`\\u[\da-f]{4}|\\[bfnrt]`,
  "docker-config-json": String.raw`\\u[\da-f]{4}|\\[bfnrt]`,
  systemd: String.raw`\\x[\da-f]{2}|\\u[\da-f]{4}|\\U[\da-f]{8}|\\[0-3][0-7]{2}|\\[abfnrtvs]`,
  "git-config": String.raw`\\[tbn]`,
};

/** A value in which each escape is a letter: masked as it stands, a half of one would be left. */
export function withoutEscapes(value: string, loader: Loader): string {
  const escape = ESCAPES[loader];
  return escape === undefined ? value : value.replace(new RegExp(escape, "gi"), "x");
}

const NEVER = "(?!)";
const RUN = String.raw`\w|[^ -~\s]`;

const isJson = (loader: Loader) => /json|replicated/.test(loader);

/** Hides all words but those of the grammar, of the scaffold about settings, and of their names. */
export function hiding({ loader, shape, delimiters, named }: Hiding): Hide {
  const escape = ESCAPES[loader] ?? NEVER;
  // An escaped backslash or quote is no beginning of another escape.
  const words = new RegExp(String.raw`\\["'\\/]|((?:${escape}|[^\s"'=;:,|&(){}[\]\\])+)`, "gi");
  const runs = new RegExp(`(?:${escape}|${RUN})+`, "gi");
  const hideRun = (run: string) => {
    if (named.has(run) || GRAMMAR.has(run)) return run;
    return delimiters.get(run) ?? standInFor(run, loader);
  };
  const hideWord = (word: string) => {
    if (GRAMMAR.has(word) || FLAG.test(word) || isShownWord(word, shape)) return word;
    const isNumber = isJson(loader) && JSON_NUMBER.test(word) && !named.has(word);
    return isNumber ? "0" : word.replace(runs, hideRun);
  };
  return (text) => text.replace(words, (all, word?: string) => (word === undefined ? all : hideWord(word)));
}

const JSON_NUMBER = /^-?\d/;

/** The options of a container stand in variables whose names end so. */
function standInFor(run: string, loader: Loader): string {
  const [, before, suffix = ""] = (loader === "docker-options" && /^(\w+?)(_OPTS)$/.exec(run)) || [];
  return `${standIn(withoutEscapes(before ?? run, loader))}${suffix}`;
}

const DOCUMENT = /<<-?[ \t]*((?:\\.|"[^"\n]*"|'[^'\n]*'|[^\s;&|<>()"'\\])+)/g;

/** The words that end here-documents: they are hidden by signs of their own, so that they end them still. */
export function delimitersIn(text: string): ReadonlyMap<string, string> {
  const found = new Set<string>();
  for (const [, delimiter = ""] of text.matchAll(DOCUMENT)) {
    for (const [run] of delimiter.matchAll(new RegExp(`(?:${RUN})+`, "g"))) found.add(run);
  }
  found.delete("EOF");
  return new Map([...found].map((run, index) => [run, `d${index + 1}`]));
}

import { alwaysSucceeds } from "./shell-success.ts";
import { bareText, isAssignment, type ShellToken, type ShellWord } from "./shell-tokens.ts";

/**
 * Whether a command runs in the reading shell: `surely`, `perhaps` (in an `if`, a loop, a function, behind
 * `||`), or `apart` (in a pipeline, the background or a subshell, which leave the shell as it was).
 */
export type Certainty = "surely" | "perhaps" | "apart";

/** One command: its words, redirections left out, and whether it runs. */
export type SimpleCommand = { readonly words: readonly ShellWord[]; readonly certainty: Certainty };

/** What closes each compound command, by the word that opens it. */
const OPENERS: ReadonlyMap<string, string> = new Map([
  ["if", "fi"],
  ["while", "done"],
  ["until", "done"],
  ["for", "done"],
  ["select", "done"],
  ["case", "esac"],
  ["{", "}"],
]);

/** Words that go on within a compound command, by what closes it. */
const CONTINUATIONS: ReadonlyMap<string, string> = new Map([
  ["then", "fi"],
  ["elif", "fi"],
  ["else", "fi"],
  ["do", "done"],
]);

type Draft = {
  words: ShellWord[];
  redirected: boolean;
  /** `!` has been read, which may stand alone before the end of a line or `;`. */
  negated: boolean;
  /** A compound command, just closed, stands here. */
  compound: boolean;
};

const emptyDraft = (): Draft => ({ words: [], redirected: false, negated: false, compound: false });
const isEmpty = (draft: Draft) => draft.words.length === 0 && !draft.redirected && !draft.compound;

/** What is gathered of one complete command. */
export type Gathering = {
  readonly commands: { words: readonly ShellWord[]; certainty: Certainty; redirected: boolean }[];
  readonly closers: string[];
  /** How many of the closers are those of subshells. */
  subshells: number;
  draft: Draft;
  /** Index of the first command of the and-or list that is being read. */
  list: number;
  /** The operator before the command that is being read. */
  joint: string;
  /** A function's name has been read and its body must follow. */
  body: boolean;
  /** A list has been opened, as by `then`, and no command of it has been read. */
  hungry: boolean;
};

/** Of a command that is about to be read. */
export const emptyGathering = (): Gathering => ({
  commands: [],
  closers: [],
  subshells: 0,
  draft: emptyDraft(),
  list: 0,
  joint: "",
  body: false,
  hungry: false,
});

/** Whether more must follow before a shell runs what it has read. */
export function isOpen({ closers, joint, draft, body }: Gathering): boolean {
  return closers.length > 0 || body || (!ENDS.has(joint) && isEmpty(draft) && !draft.negated);
}

/** Takes one token in; `false` where it is an error. */
export function accept(gathering: Gathering, token: ShellToken, next: () => ShellToken): boolean {
  switch (token.kind) {
    case "word":
      return acceptWord(gathering, token, next);
    case "redirection":
      gathering.draft.redirected = true;
      return next().kind === "word";
    case "operator":
      return acceptOperator(gathering, token.text, next);
    case "end":
    case "error":
      return false;
  }
}

function acceptWord(gathering: Gathering, word: ShellWord, next: () => ShellToken): boolean {
  const { draft, closers } = gathering;
  if (draft.compound) return false;
  if (draft.words.length > 0 || draft.redirected) {
    draft.words.push(word);
    return true;
  }
  const reserved = bareText(word);
  const opened = OPENERS.get(reserved);
  if (opened !== undefined) {
    closers.push(opened);
    gathering.body = false;
    gathering.hungry = true;
    if (/^(?:for|select|case)$/.test(reserved)) draft.words.push(word);
    return true;
  }
  if (reserved === "[[") return skipTest(gathering, word, next);
  if (gathering.body) return false;
  const continued = CONTINUATIONS.get(reserved);
  if (continued !== undefined) {
    const isFed = !gathering.hungry;
    gathering.hungry = true;
    return isFed && closers.at(-1) === continued;
  }
  if (/^(?:fi|done|esac|\})$/.test(reserved)) return close(gathering, reserved);
  if (reserved === "!") {
    // It begins a pipeline, even an empty one; within one it is an error.
    draft.negated = true;
    return !PIPES.has(gathering.joint);
  }
  if (reserved === "time") {
    gathering.hungry = false;
    return true;
  }
  if (reserved === "function") {
    gathering.body = true;
    return next().kind === "word";
  }
  draft.words.push(word);
  return true;
}

function close(gathering: Gathering, closer: string): boolean {
  if (gathering.closers.at(-1) !== closer) return false;
  finish(gathering, "");
  if (gathering.hungry) return false;
  gathering.closers.pop();
  if (closer === ")") gathering.subshells--;
  gathering.draft = { ...emptyDraft(), compound: true };
  return true;
}

/** `[[ … ]]` has operators of its own, which begin no command. */
function skipTest(gathering: Gathering, word: ShellWord, next: () => ShellToken): boolean {
  gathering.body = false;
  gathering.draft.words.push(word);
  for (let token = next(); token.kind !== "end" && token.kind !== "error"; token = next()) {
    if (token.kind === "word" && bareText(token) === "]]") return true;
  }
  return false;
}

function acceptOperator(gathering: Gathering, operator: string, next: () => ShellToken): boolean {
  const { draft, closers } = gathering;
  const inCase = closers.at(-1) === "esac";
  switch (operator) {
    case "(":
      return acceptParenthesis(gathering, next);
    case ")":
      if (!inCase) return close(gathering, ")");
      gathering.draft = emptyDraft();
      return true;
    case ";;":
    case ";&":
    case ";;&":
      return inCase && finish(gathering, "");
    case "\n":
      return isEmpty(draft) && !draft.negated ? true : finish(gathering, "");
    default:
      return (!isEmpty(draft) || (operator === ";" && draft.negated)) && finish(gathering, operator);
  }
}

function acceptParenthesis(gathering: Gathering, next: () => ShellToken): boolean {
  const { draft, closers } = gathering;
  const [first] = draft.words;
  const isLoop = first !== undefined && /^(?:for|select)$/.test(bareText(first));
  if (closers.at(-1) === "esac" || isLoop) {
    // The opening of a pattern, or of an arithmetic loop.
    gathering.draft = emptyDraft();
    if (isLoop) openSubshell(gathering);
    return true;
  }
  if (draft.words.length === 1 && !draft.redirected) {
    const token = next();
    gathering.draft = emptyDraft();
    gathering.body = true;
    return token.kind === "operator" && token.text === ")";
  }
  if (!isEmpty(draft)) return false;
  openSubshell(gathering);
  return true;
}

function openSubshell(gathering: Gathering): void {
  gathering.closers.push(")");
  gathering.hungry = true;
  gathering.subshells++;
  gathering.body = false;
}

const PIPES: ReadonlySet<string> = new Set(["|", "|&"]);

/** What ends an and-or list. */
const ENDS: ReadonlySet<string> = new Set([";", "&", ""]);

/** Ends the command that is being read; `operator` is what joins it to the next one. */
export function finish(gathering: Gathering, operator: string): true {
  const { draft, commands, joint } = gathering;
  if (!isEmpty(draft) || draft.negated) gathering.hungry = false;
  if (draft.words.length > 0) {
    const apart = PIPES.has(joint) || PIPES.has(operator) || gathering.subshells > 0;
    const certainty = apart ? "apart" : certaintyOf(gathering);
    commands.push({ words: draft.words, certainty, redirected: draft.redirected });
  }
  if (operator === "&") for (const command of commands.slice(gathering.list)) command.certainty = "apart";
  if (ENDS.has(operator)) gathering.list = commands.length;
  gathering.draft = emptyDraft();
  gathering.joint = operator;
  return true;
}

function certaintyOf({ closers, joint, commands, draft }: Gathering): Certainty {
  // A builtin whose redirection fails does not run; an assignment by itself takes effect all the same.
  const unsure = draft.redirected && !draft.words.every(isAssignment);
  if (closers.length > 0 || joint === "||" || unsure) return "perhaps";
  if (joint !== "&&") return "surely";
  const before = commands.at(-1);
  // A redirection that fails fails its command.
  const succeeds = before !== undefined && !before.redirected && alwaysSucceeds(before.words);
  return before?.certainty === "surely" && succeeds && draft.words.length > 0 ? "surely" : "perhaps";
}

import type { FindingArgs } from "../model/finding.ts";
import { theClients } from "./components.ts";
import { wordsForEffects } from "./effects.ts";
import type { FindingWords } from "./finding-words.ts";
import { counted, listed, sentences } from "./phrases.ts";
import { fileOf, namesOf, theSettings } from "./setting-places.ts";

/** Instructions that were pasted into a file with the settings. */
export function pastedLabel({ path, lines }: FindingArgs["pasted-label"]): FindingWords {
  return {
    what: `${path} holds ${counted(lines.length, "line")} of the instructions by which it was to be made.`,
    why: sentences(
      "A shell stops at the number of a step and reads nothing that follows; what stands in a here-document is text to it",
      "Other readers pass over such a line with the assignment in it, or take nothing from the whole file",
    ),
    remedy: `Delete these lines from ${path} and keep the assignments, each on a line of its own.`,
  };
}

/** Values that a shell does not take, for want of quotes or because it does not come to them. */
export function unquotedValue({ places, why }: FindingArgs["unquoted-value"]): FindingWords {
  const those = theSettings(places);
  const are = places.length === 1 ? "is" : "are";
  switch (why) {
    case "unquoted":
      return {
        what: `The value of ${those} is not in quotes, and a shell does not take it whole.`,
        why: "To a shell, a blank ends a value, < and > name files, and what follows a bar, an ampersand or a semicolon is a command of its own.",
        remedy: `Put the whole value in double quotes in ${fileOf(places)}.`,
      };
    case "syntax-error":
      return {
        what: `${those} ${are} not read, for an error in the syntax of the file.`,
        ...syntaxError(fileOf(places)),
      };
    case "in-here-document":
      return {
        what: `${those} ${are} text of a here-document, which sets nothing.`,
        why: "A shell hands what stands between << and its end to a command, and takes no assignment from it.",
        remedy: `Take the settings out of the here-document in ${fileOf(places)}, each as export NAME="value" on a line of its own.`,
      };
  }
}

/** What an error in the syntax does to its reader: a shell, or sudo. */
function syntaxError(file: string): Pick<FindingWords, "why" | "remedy"> {
  if (file.startsWith("/etc/sudoers")) {
    return {
      why: "sudo gives up a statement that it cannot read, and reads on behind it. A list of several names has to be in double quotes.",
      remedy: `Write Defaults env_keep += "NAME NAME" in ${file}; visudo -c says at which line sudo stumbles.`,
    };
  }
  return {
    why: "A shell takes nothing from the error on: a script of sh (dash, for one) that sources the file ends there with all that it was to start, and one of bash goes on without. A placeholder such as <proxy-ip:port> is a redirection to it, and a quote that is never closed takes in all the rest.",
    remedy: `Write each setting as export NAME="value" on a line of its own; bash -n ${file} says at which line a shell stops.`,
  };
}

/** Variables that no program is given. */
export function unexportedVariable({ places }: FindingArgs["unexported-variable"]): FindingWords {
  const [are, them] = places.length === 1 ? ["is", "it"] : ["are", "them"];
  return {
    what: `${theSettings(places)} ${are} set and not exported, so that no program is given ${them}.`,
    why: `A shell sources ${fileOf(places)}, and hands on to the programs that it starts only what is exported.`,
    remedy: `Write export before ${listed(namesOf(places))} in ${fileOf(places)}.`,
  };
}

/** One name assigned several times. */
export function duplicateAssignment({ places }: FindingArgs["duplicate-assignment"]): FindingWords {
  const last = places.at(-1);
  const name = last?.name ?? "The variable";
  return {
    what: `${name} is assigned ${counted(places.length, "time")} in ${fileOf(places)}, and only the last one (${last?.source ?? "at the end"}) counts.`,
    why: "Whoever edits an earlier line changes nothing. A script that appends to the file adds one line more each time it runs.",
    remedy: `Delete every assignment of ${name} in ${fileOf(places)} but the one that is to count.`,
  };
}

/** Two spellings of one variable that contradict each other. */
export function conflictingCase({ places, effects }: FindingArgs["conflicting-case"]): FindingWords {
  return {
    what: `${theSettings(places)} have different values, and programs differ in which they take.`,
    why: sentences(
      wordsForEffects(effects),
      "Where both are set, some programs take the one in lower case and some the one in upper case; others read only one of them",
    ),
    remedy: "Give both spellings the value that is right.",
  };
}

/** An empty variable that hides another one. */
export function emptyLowercaseVariable(args: FindingArgs["empty-lowercase-variable"]): FindingWords {
  const [lower, upper] = args.places;
  const other = upper === undefined ? "the other spelling" : theSettings([upper]);
  return {
    what: `${theSettings(args.places.slice(0, 1))} is set to nothing, which hides ${other} from some programs.`,
    why: sentences(
      wordsForEffects(args.effects),
      "Some programs take an empty variable in lower case at its word; others pass over it and take the one in upper case",
    ),
    remedy: `Give ${lower?.name ?? "it"} the value of ${upper?.name ?? "the other"}, or delete both where no program is to have a value.`,
  };
}

/** A variable that some programs do not read, for want of its lower-case twin. */
export function uppercaseOnlyVariable(args: FindingArgs["uppercase-only-variable"]): FindingWords {
  const { places, effects, readers } = args;
  const twin = (places[0]?.name ?? "").toLowerCase();
  const those = theClients(readers);
  return {
    what: `${theSettings(places)} has no twin in lower case, and ${those} ${readers.length === 1 ? "reads" : "read"} no other.`,
    why: sentences(`Without ${twin}, ${those} ${verb(twin, readers.length)}`, wordsForEffects(effects)),
    remedy: `Set ${twin} to the same value beside it.`,
  };
}

function verb(twin: string, readers: number): string {
  if (twin === "no_proxy") return readers === 1 ? "makes no exceptions" : "make no exceptions";
  return readers === 1 ? "goes direct" : "go direct";
}

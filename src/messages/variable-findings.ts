import type { FindingArgs } from "../model/finding.ts";
import type { FindingWords } from "./finding-words.ts";

/** Not yet. */
export function pastedLabel(_: FindingArgs["pasted-label"]): FindingWords {
  return { what: "pasted-label", why: "", remedy: "" };
}

/** Not yet. */
export function unquotedValue(_: FindingArgs["unquoted-value"]): FindingWords {
  return { what: "unquoted-value", why: "", remedy: "" };
}

/** Not yet. */
export function unexportedVariable(_: FindingArgs["unexported-variable"]): FindingWords {
  return { what: "unexported-variable", why: "", remedy: "" };
}

/** Not yet. */
export function duplicateAssignment(_: FindingArgs["duplicate-assignment"]): FindingWords {
  return { what: "duplicate-assignment", why: "", remedy: "" };
}

/** Not yet. */
export function conflictingCase(_: FindingArgs["conflicting-case"]): FindingWords {
  return { what: "conflicting-case", why: "", remedy: "" };
}

/** Not yet. */
export function emptyLowercaseVariable(_: FindingArgs["empty-lowercase-variable"]): FindingWords {
  return { what: "empty-lowercase-variable", why: "", remedy: "" };
}

/** Not yet. */
export function uppercaseOnlyVariable(_: FindingArgs["uppercase-only-variable"]): FindingWords {
  return { what: "uppercase-only-variable", why: "", remedy: "" };
}

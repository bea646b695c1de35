import type { Elsewhere } from "../model/report.ts";
import type { JudgedOptions } from "./options.ts";

/** Which machine the options speak of, where it is not this one. */
export function elsewhereOf({ root, lab }: Pick<JudgedOptions, "root" | "lab">): {
  readonly elsewhere?: Elsewhere;
} {
  if (lab !== undefined) return { elsewhere: { kind: "lab", name: lab } };
  return root === undefined ? {} : { elsewhere: { kind: "root", path: root } };
}

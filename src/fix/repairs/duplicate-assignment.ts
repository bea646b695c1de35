import { supersededOf } from "../../diagnose/superseded.ts";
import type { Patch } from "../../model/fix.ts";
import { effective } from "./effective.ts";
import { placeOf, type Repair } from "./repair.ts";

/** Deletes the assignments of which nothing is left in the end, the last of them first. */
export const keepLast: Repair<"duplicate-assignment"> = ({ settings, workspace }) => {
  const [loader] = settings.flatMap(({ source }) => (source.kind === "file" ? [source.loader] : []));
  const same = settings.filter(({ source }) => source.kind === "file" && source.loader === loader);
  const patches = supersededOf(same)
    .map((each): Patch => ({ ...placeOf(each), op: "unset", name: each.name, value: "" }))
    .toReversed();
  return effective(patches, workspace);
};

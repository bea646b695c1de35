import { groupBy } from "../../model/group-by.ts";
import { misset, oncePerPlace } from "../misset.ts";
import type { Rule } from "../rule.ts";

/** A proxy's login stands in a file that every user of the machine may read. */
export const readableCredentials: Rule<"readable-credentials"> = (the) => {
  const open = the.settings.flatMap((setting) => {
    const { credentials, source } = setting;
    const isOpen = source.kind === "file" && source.everyoneReads === true && credentials !== undefined;
    return isOpen ? [{ setting, path: source.path }] : [];
  });
  return [...groupBy(open, ({ path }) => path)].flatMap(([path, inFile]) => {
    const [first, ...others] = oncePerPlace(inFile.map(({ setting }) => setting));
    if (first === undefined) return [];
    const { about: _, args, ...common } = misset(the, [first, ...others]);
    // One more login beside those that are open already opens nothing: the file is what is wrong.
    const evidence = [`file:${path}`];
    return [{ ...common, about: path, severity: "warning" as const, args: { ...args, path }, evidence }];
  });
};

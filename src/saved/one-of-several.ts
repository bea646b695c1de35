import type { Fault } from "./fault.ts";
import { type Fields, isFields, type Reader } from "./reader.ts";

/** One of several schemas: its reader, and for each field that has to be there with one of some values, these. */
export type Branch = {
  readonly read: Reader;
  readonly marks: readonly { readonly key: string; readonly values: readonly unknown[] }[];
};

/** Why a branch does not take a value, and how many of its marks the value has. */
type Refusal = { readonly fault: Fault; readonly matched: number };

/**
 * Takes a value by the first branch that does. Where none does, the fault is told of the branch that the value
 * looks most like.
 */
export function oneOfSeveral(branches: readonly Branch[]): Reader {
  const likely = likelyBranches(branches);
  return (value) => {
    for (const { read, marks } of likely(value)) {
      if (!hasMarks(value, marks)) continue;
      const reading = read(value);
      if ("value" in reading) return reading;
    }
    return { fault: nearest(refusalsBy(branches, value), value) };
  };
}

/** Those of some branches, in their order, that may take a value: by a field that all of them mark, where there is one. */
function likelyBranches(branches: readonly Branch[]): (value: unknown) => readonly Branch[] {
  const [first, ...others] = branches;
  const common = first?.marks.find(({ key }) =>
    others.every(({ marks }) => marks.some((mark) => mark.key === key)),
  );
  if (common === undefined) return () => branches;
  const byValue = new Map<unknown, Branch[]>();
  for (const branch of branches) {
    for (const value of branch.marks.find(({ key }) => key === common.key)?.values ?? []) {
      byValue.set(value, [...(byValue.get(value) ?? []), branch]);
    }
  }
  return (value) => (isFields(value) ? (byValue.get(value[common.key]) ?? []) : branches);
}

function hasMarks(value: unknown, marks: Branch["marks"]): boolean {
  return !isFields(value) || marks.every(({ key, values }) => values.includes(value[key]));
}

/** Why each branch does not take a value that none takes. */
function refusalsBy(branches: readonly Branch[], value: unknown): readonly Refusal[] {
  return branches.flatMap(({ read, marks }) => {
    const unlike = isFields(value) ? firstUnlike(value, marks) : undefined;
    if (unlike !== undefined) return [unlike];
    const reading = read(value);
    return "fault" in reading ? [{ fault: reading.fault, matched: marks.length }] : [];
  });
}

function firstUnlike(value: Fields, marks: Branch["marks"]): Refusal | undefined {
  const matched = marks.findIndex(({ key, values }) => !values.includes(value[key]));
  const mark = marks[matched];
  if (mark === undefined) return undefined;
  const expected = mark.values.map((each) => JSON.stringify(each));
  return { matched, fault: { at: [mark.key], expected, found: value[mark.key] } };
}

/** Of the refusals by those branches that the value is most like, the one furthest in, with all that is taken there. */
function nearest(refusals: readonly Refusal[], value: unknown): Fault {
  const most = Math.max(...refusals.map(({ matched }) => matched));
  const faults = refusals.filter(({ matched }) => matched === most).map(({ fault }) => fault);
  const depth = Math.max(...faults.map(({ at }) => at.length));
  const deepest = faults.find(({ at }) => at.length === depth) ?? { at: [], expected: [], found: value };
  const place = deepest.at.join("\n");
  const same = faults.filter(({ at }) => at.join("\n") === place);
  return { ...deepest, expected: same.flatMap(({ expected }) => expected) };
}

import type { Fault } from "./fault.ts";
import type { Schema } from "./schema.ts";

/** A value without the fields that its schema does not name; or the first fault of it. */
export type Reading = { readonly value: unknown } | { readonly fault: Fault };

/** Reads a parsed JSON value by one schema. */
export type Reader = (value: unknown) => Reading;

/** An object of JSON. */
export type Fields = { readonly [key: string]: unknown };

/** Whether a parsed value is an object of JSON, and no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Takes these values and no other. */
export function oneOf(values: readonly unknown[]): Reader {
  const expected = values.map((value) => JSON.stringify(value));
  return (value) => (values.includes(value) ? { value } : { fault: { at: [], expected, found: value } });
}

/** Takes every value of a kind. */
export function ofKind(name: string, takes: (value: unknown) => boolean): Reader {
  return (value) => (takes(value) ? { value } : { fault: { at: [], expected: [name], found: value } });
}

/** Takes a list, and each of its items by one reader. */
export function listOf(read: Reader): Reader {
  return (value) => {
    if (!Array.isArray(value)) return { fault: { at: [], expected: ["a list"], found: value } };
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const reading = read(item);
      if ("fault" in reading) return within(index, reading.fault);
      items.push(reading.value);
    }
    return { value: items };
  };
}

/** Takes an object by the readers of its fields, and leaves out all others. */
export function fieldsOf({ required = [] }: Schema, readers: ReadonlyMap<string, Reader>): Reader {
  return (value) => {
    if (!isFields(value)) return { fault: { at: [], expected: ["an object"], found: value } };
    const missing = required.find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) return { fault: { at: [missing], expected: [], found: undefined } };
    // Of a report's thousands of objects no other key than those that are known is set.
    const taken: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const reading = readers.get(key)?.(value[key]);
      if (reading === undefined) continue;
      if ("fault" in reading) return within(key, reading.fault);
      taken[key] = reading.value;
    }
    return { value: taken };
  };
}

/** Takes an object whose keys may be any, and each of its values by one reader. */
export function valuesOf(read: Reader): Reader {
  return (value) => {
    if (!isFields(value)) return { fault: { at: [], expected: ["an object"], found: value } };
    const entries: [string, unknown][] = [];
    for (const key of Object.keys(value)) {
      const reading = read(value[key]);
      if ("fault" in reading) return within(key, reading.fault);
      entries.push([key, reading.value]);
    }
    // Defines each as its own, so that even `__proto__` is a key as any other.
    return { value: Object.fromEntries(entries) };
  };
}

function within(step: string | number, fault: Fault): Reading {
  return { fault: { ...fault, at: [step, ...fault.at] } };
}

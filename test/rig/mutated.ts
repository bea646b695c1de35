import fc from "fast-check";

/** What may stand anywhere in place of something else. */
const ANYTHING = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, "", "direct", "tcp", [], {}, Number.POSITIVE_INFINITY),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Texts of the right type that are something else than what is expected. */
const TEXT = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    "direct",
    "http://",
    "http://[::1",
    "://@",
    "a/b",
    "a@b",
    "%",
    "\\",
    "\n",
    "\u001b[31m",
    "***",
    "1e999",
  ),
  fc.constantFrom(
    "http_proxy",
    "NO_PROXY",
    "JVM_OPTS",
    "-Dhttp.nonProxyHosts=a|*",
    "*",
    "[",
    "(",
    "s3/",
    "x>y",
  ),
);
const NUMBER = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

type Change =
  | { readonly kind: "vary"; readonly text: string; readonly number: number }
  | { readonly kind: "replace"; readonly by: unknown }
  | { readonly kind: "remove" }
  | { readonly kind: "add"; readonly key: string; readonly value: unknown };

const CHANGE: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("vary" as const), text: TEXT, number: NUMBER }) },
  fc.record({ kind: fc.constant("replace" as const), by: ANYTHING }),
  fc.constant({ kind: "remove" } as const),
  fc.record({
    kind: fc.constant("add" as const),
    key: fc.oneof(fc.constantFrom("__proto__", "constructor", "toJSON", "kind", "status"), fc.string()),
    value: ANYTHING,
  }),
);

/** A parsed JSON value with one to three of the places in it changed. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .array(fc.tuple(fc.nat(), CHANGE), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((so, [at, change]) => changedAt(so, at, change), value));
}

/** Goes down by the digits of a number: at every step its remainder says where, and its rest how far. */
function changedAt(value: unknown, at: number, change: Change): unknown {
  if (typeof value !== "object" || value === null) return changed(value, change);
  const keys = Object.keys(value);
  const stops = keys.length === 0 || at % 7 === 0;
  if (stops) return changed(value, change);
  const key = keys[at % keys.length] ?? "";
  return withChild(value, key, (child) => changedAt(child, Math.floor(at / 3), change));
}

function withChild(value: object, key: string, made: (child: unknown) => unknown): unknown {
  const entries = Object.entries(value).flatMap(([name, child]) => {
    const fresh = name === key ? made(child) : child;
    return fresh === undefined ? [] : [[name, fresh] as const];
  });
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

function changed(value: unknown, change: Change): unknown {
  switch (change.kind) {
    case "vary":
      return varied(value, change);
    case "replace":
      return change.by;
    case "remove":
      return undefined;
    case "add":
      if (typeof value !== "object" || value === null) return change.value;
      return Array.isArray(value)
        ? [...value, change.value]
        : Object.fromEntries([...Object.entries(value), [change.key, change.value]]);
  }
}

/** Another value of the same type: another text, another number, a list without an item or with one twice. */
function varied(value: unknown, { text, number }: Extract<Change, { kind: "vary" }>): unknown {
  if (typeof value === "string") return text;
  if (typeof value === "number") return number;
  if (!Array.isArray(value)) return value;
  const at = Math.abs(Math.trunc(number)) % (value.length + 1);
  return number < 0 ? value.toSpliced(at, 1) : [...value, ...value.slice(at, at + 1)];
}

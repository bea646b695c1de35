import * as x509 from "@peculiar/x509";
import { type Issued, issue, type Keys, newKeys, type Wish } from "./certificates.ts";

/** A chain as a server may present it, and the authorities of a store that is to judge it. */
export type Presented = {
  readonly title: string;
  readonly chain: readonly [Issued, ...Issued[]];
  readonly store: readonly Issued[];
};

const YEAR = 365 * 86_400_000;
export const SERVER = "1.3.6.1.5.5.7.3.1";
export const CLIENT = "1.3.6.1.5.5.7.3.2";
export const ANY = "2.5.29.37.0";
const PAST = { from: new Date(Date.now() - 2 * YEAR), to: new Date(Date.now() - YEAR) };
const FUTURE = { from: new Date(Date.now() + YEAR), to: new Date(Date.now() + 2 * YEAR) };

/** The pieces of which chains are made: a root, two authorities beneath it, one beneath the other, and a leaf. */
type Pieces = { root: Issued; upper: Issued; lower: Issued; leaf: Issued };
type Part = keyof Pieces;

const KEYS = new Map<string, Promise<Keys>>();

/** Keys of a name, made once. */
export function keysOf(name: string, bits?: number): Promise<Keys> {
  const known = KEYS.get(name) ?? newKeys(bits);
  KEYS.set(name, known);
  return known;
}

/** A chain of four, of which single certificates say something else than they should. */
export async function pieces(changed: Partial<Record<Part, Partial<Wish>>> = {}): Promise<Pieces> {
  const make = async (part: Part, by?: Issued): Promise<Issued> =>
    issue({
      name: `CN=${part} of the example`,
      keys: await keysOf(part),
      ...(by === undefined ? {} : { by }),
      ...(part === "leaf" ? { names: ["*.test"] } : {}),
      ...changed[part],
    });
  const root = await make("root");
  const upper = await make("upper", root);
  const lower = await make("lower", upper);
  return { root, upper, lower, leaf: await make("leaf", lower) };
}

/** Chains of one path, each with one fault at most: what one verifier says of them, every other says too. */
export async function plainChains(): Promise<readonly Presented[]> {
  const fine = await pieces();
  const identified = await pieces({
    root: { identified: true },
    upper: { identified: true },
    lower: { identified: true },
    leaf: { identified: true, purposes: [SERVER], usages: x509.KeyUsageFlags.digitalSignature },
  });
  const { root, upper, lower, leaf } = fine;
  const alone = await issue({ name: "CN=alone", keys: await keysOf("alone"), names: ["*.test"] });
  const other = await issue({ name: root.name, keys: await keysOf("other") });
  const stranger = await issue({ name: "CN=stranger", keys: await keysOf("stranger") });
  const presented = [leaf, lower, upper] as const;
  const many = await Promise.all(
    [...Array(40).keys()].map(async (each) =>
      issue({ name: `CN=nobody ${each}`, keys: await keysOf("nobody") }),
    ),
  );
  return [
    { title: "all as it should be", chain: presented, store: [root] },
    {
      title: "with identifiers",
      chain: [identified.leaf, identified.lower, identified.upper],
      store: [identified.root],
    },
    { title: "the root presented too", chain: [...presented, root], store: [root] },
    { title: "among many authorities", chain: presented, store: [...many, root, ...many] },
    { title: "in the wrong order", chain: [leaf, root, upper, lower], store: [root] },
    { title: "with what does not belong there", chain: [leaf, stranger, lower, alone, upper], store: [root] },
    { title: "of a root that is not in the store", chain: [...presented, root], store: [stranger] },
    {
      title: "of a root that is not in the store, by a store of none",
      chain: [...presented, root],
      store: [],
    },
    { title: "of a root that is not presented", chain: presented, store: [stranger] },
    { title: "without the lower authority", chain: [leaf, upper], store: [root] },
    { title: "without the upper authority", chain: [leaf, lower], store: [root] },
    { title: "the leaf alone", chain: [leaf], store: [root] },
    { title: "the leaf alone, and its authorities in the store", chain: [leaf], store: [lower, upper, root] },
    { title: "the leaf alone, and all but the root in the store", chain: [leaf], store: [lower, upper] },
    { title: "an authority in the store, and not its root", chain: presented, store: [upper] },
    { title: "the lower authority in the store, and not what is above it", chain: presented, store: [lower] },
    {
      title: "an authority in the store, and its root presented",
      chain: [...presented, root],
      store: [upper],
    },
    { title: "the leaf itself in the store", chain: presented, store: [leaf] },
    { title: "self-signed", chain: [alone], store: [root] },
    { title: "self-signed, and in the store", chain: [alone], store: [alone] },
    { title: "a root of the same name with another key", chain: presented, store: [other] },
    { title: "such a root, presented", chain: [...presented, other], store: [root] },
    ...(await faulty()),
  ];
}

const FAULTS: readonly (readonly [string, Partial<Wish>, readonly Part[]])[] = [
  ["expired", PAST, ["root", "upper", "lower", "leaf"]],
  ["not valid yet", FUTURE, ["root", "upper", "lower", "leaf"]],
  ["no authority", { isAuthority: false }, ["root", "upper", "lower"]],
  ["with no authority beneath it", { pathLength: 0 }, ["root", "upper", "lower"]],
  ["with one authority beneath it", { pathLength: 1 }, ["root", "upper", "lower"]],
  ["for clients", { purposes: [CLIENT] }, ["root", "upper", "lower", "leaf"]],
  ["for clients and servers", { purposes: [CLIENT, SERVER] }, ["root", "upper", "lower", "leaf"]],
  ["for anything", { purposes: [ANY] }, ["root", "upper", "lower", "leaf"]],
  [
    "that may sign no certificate",
    { usages: x509.KeyUsageFlags.digitalSignature },
    ["root", "upper", "lower"],
  ],
  [
    "that may sign certificates alone",
    { usages: x509.KeyUsageFlags.keyCertSign },
    ["root", "upper", "lower", "leaf"],
  ],
];

async function faulty(): Promise<readonly Presented[]> {
  const all = FAULTS.flatMap(([what, wish, parts]) => parts.map((part) => ({ what, wish, part })));
  return Promise.all(
    all.map(async ({ what, wish, part }): Promise<Presented> => {
      const { root, upper, lower, leaf } = await pieces({ [part]: wish });
      return { title: `the ${part} ${what}`, chain: [leaf, lower, upper], store: [root] };
    }),
  );
}

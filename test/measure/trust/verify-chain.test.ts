import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authoritiesOf } from "../../../src/measure/trust/authorities.ts";
import { recordOf } from "../../../src/measure/trust/certificate.ts";
import { certificateFrom } from "../../../src/measure/trust/link.ts";
import { verifyChain } from "../../../src/measure/trust/verify-chain.ts";
import type { TrustStoreKind, TrustVerdict } from "../../../src/model/trust.ts";
import { type Issued, issue, newKeys, parsed } from "../../rig/certificates.ts";
import { keysOf, type Presented, pieces, plainChains } from "../../rig/pki.ts";
import { askJvm, askNode, askOpenssl, isInstalled } from "../../rig/verifiers.ts";
import { LEAF_OF_VERSION_1, VERSION_1_ROOT } from "../../rig/version-1.ts";

type Question = Pick<Presented, "chain" | "store">;

function verdictOn(
  { chain, store }: Question,
  kind: TrustStoreKind = "bundle",
  at = new Date(),
): TrustVerdict {
  const [leaf, ...others] = chain;
  const authorities = authoritiesOf({ kind, certificates: store.map(({ pem }) => pem) });
  return verifyChain([parsed(leaf), ...others.map(parsed)], authorities, at);
}

const hasOpenssl = isInstalled("openssl", "version");
const CHAINS = await plainChains();
const trusted: readonly TrustVerdict[] = ["trusted", "trusted-intermediate"];

/** Node keeps the last error of a verification, and has one for two of ours. */
const BY_NODE: Readonly<Record<string, readonly TrustVerdict[]>> = {
  trusted: ["trusted"],
  UNABLE_TO_GET_ISSUER_CERT: ["trusted-intermediate"],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ["unknown-issuer", "trusted-intermediate"],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ["unknown-issuer"],
  CERT_SIGNATURE_FAILURE: ["unknown-issuer"],
  SELF_SIGNED_CERT_IN_CHAIN: ["unknown-root"],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["self-signed"],
  CERT_HAS_EXPIRED: ["expired"],
  CERT_NOT_YET_VALID: ["not-yet-valid"],
  INVALID_PURPOSE: ["not-an-authority", "not-for-servers"],
  PATH_LENGTH_EXCEEDED: ["not-an-authority"],
  // X509_V_ERR_KEYUSAGE_NO_CERTSIGN has no name in Node.
  UNSPECIFIED: ["not-an-authority"],
};

/** Numbers of `x509_vfy.h`. */
const BY_OPENSSL: Readonly<Record<string, readonly TrustVerdict[]>> = {
  OK: trusted,
  7: ["unknown-issuer"],
  9: ["not-yet-valid"],
  10: ["expired"],
  18: ["self-signed"],
  19: ["unknown-root"],
  20: ["unknown-issuer"],
  25: ["not-an-authority"],
  26: ["not-for-servers"],
  66: ["weak-key"],
  67: ["weak-key"],
  79: ["not-an-authority"],
};

describe("says what others say of chains with one fault at most", () => {
  test.each(CHAINS)("Node: $title", async (each) => {
    expect(BY_NODE[await askNode(each)]).toContain(verdictOn(each));
  });

  test.skipIf(!hasOpenssl)("openssl verify, where openssl is installed", async () => {
    // A file without certificates is an error of another kind to it.
    for (const each of CHAINS.filter(({ store }) => store.length > 0)) {
      expect(BY_OPENSSL[await askOpenssl(each)], each.title).toContain(verdictOn(each));
    }
  });

  test.skipIf(!isInstalled("java", "-version"))(
    "a JVM of its keystore, where java is installed",
    async () => {
      const answers = await askJvm(CHAINS);
      CHAINS.forEach((each, index) => {
        const verdict = verdictOn(each, "keystore");
        // It follows one path, and not the one to the store where the server presents another.
        if (each.title === "such a root, presented") return;
        expect(trusted.includes(verdict), `${each.title}: ${verdict}`).toBe(answers[index]);
      });
    },
    60_000,
  );
});

test("a key that nobody takes any more", async () => {
  const root = await issue({ name: "CN=root", keys: await newKeys(1024) });
  const weak = await issue({ name: "CN=weak", keys: await newKeys(768), by: root });
  const leaf = await issue({ name: "CN=leaf", keys: await keysOf("leaf"), by: weak, names: ["leaf.test"] });
  const question = { chain: [leaf, weak], store: [root] } as const;
  expect(verdictOn(question)).toBe("weak-key");
  if (hasOpenssl) expect(BY_OPENSSL[await askOpenssl(question)]).toEqual(["weak-key"]);
  expect(verdictOn({ chain: [weak], store: [root] })).toBe("weak-key");
});

test("the clock is the caller's", async () => {
  const { root, upper, lower, leaf } = await pieces();
  const question = { chain: [leaf, lower, upper], store: [root] } as const;
  expect(verdictOn(question, "bundle", new Date("1970-01-01"))).toBe("not-yet-valid");
  expect(verdictOn(question, "bundle", new Date("2400-01-01"))).toBe("expired");
});

test("an authority that renews itself is no further one", async () => {
  const make = async (name: string, holder: string, by?: Issued) =>
    issue({
      name,
      keys: await keysOf(holder),
      identified: true,
      ...(by === undefined ? { pathLength: 2 } : { by }),
      ...(name === "CN=leaf" ? { names: ["a.test"] } : {}),
    });
  const root = await make("CN=root", "root");
  const upper = await make("CN=upper", "upper", root);
  const renewed = await make("CN=upper", "renewed", upper);
  const lower = await make("CN=lower", "lower", renewed);
  const leaf = await make("CN=leaf", "leaf", lower);
  const question = { chain: [leaf, lower, renewed, upper], store: [root] } as const;
  expect(await askNode(question)).toBe("trusted");
  expect(verdictOn(question)).toBe("trusted");
});

test("an old root that has no way to say that it is one", () => {
  const verdict = (store: string) =>
    verifyChain(
      [new X509Certificate(LEAF_OF_VERSION_1)],
      authoritiesOf({ kind: "bundle", certificates: [store] }),
      new Date("2030-01-01"),
    );
  expect(new X509Certificate(VERSION_1_ROOT).ca).toBe(false);
  expect(verdict(VERSION_1_ROOT)).toBe("trusted");
});

describe("tries every way", () => {
  test("but no other than the store's above what the store holds, as OpenSSL does", async () => {
    const { root, upper, lower, leaf } = await pieces();
    const question = { chain: [leaf, upper], store: [lower, root] } as const;
    expect(await askNode(question)).toBe("UNABLE_TO_GET_ISSUER_CERT");
    expect(verdictOn(question)).toBe("trusted-intermediate");
  });

  test("of several roots with one name and key, one is over", async () => {
    const { root, upper, lower, leaf } = await pieces();
    const over = await issue({
      name: root.name,
      keys: root.keys,
      from: new Date("2010-01-01"),
      to: new Date("2020-01-01"),
    });
    for (const store of [
      [over, root],
      [root, over],
    ]) {
      expect(verdictOn({ chain: [leaf, lower, upper, over], store })).toBe("trusted");
    }
    expect(verdictOn({ chain: [leaf, lower, upper], store: [over] })).toBe("expired");
  });

  test("a root that another has signed, of which the store knows either", async () => {
    const { root, upper, lower, leaf } = await pieces();
    const older = await issue({ name: "CN=older", keys: await keysOf("older") });
    const crossed = await issue({ name: root.name, keys: root.keys, by: older });
    const chain = [leaf, lower, upper, crossed] as const;
    expect(verdictOn({ chain, store: [root] })).toBe("trusted");
    expect(verdictOn({ chain, store: [older] })).toBe("trusted");
    expect(verdictOn({ chain, store: [crossed] })).toBe("trusted-intermediate");
  });

  test("a name that is spelled in other letters is the same", async () => {
    const root = await issue({ name: "CN=Some  Root", keys: await keysOf("root") });
    const leaf = await issue({
      name: "CN=leaf",
      keys: await keysOf("leaf"),
      by: { ...root, name: "CN=SOME root" },
      names: ["leaf.test"],
    });
    const question = { chain: [leaf], store: [root] } as const;
    expect(await askNode(question)).toBe("trusted");
    expect(verdictOn(question)).toBe("trusted");
  });
});

/** Holders that have signed one another's certificates without plan, some of which are over or no authorities. */
const certificate = fc.record({
  subject: fc.nat(3),
  issuer: fc.nat(3),
  isOver: fc.boolean(),
  isAuthority: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  presented: fc.boolean(),
  trusted: fc.boolean(),
});
const web = fc.record({ by: fc.nat(3), certificates: fc.array(certificate, { maxLength: 6 }) });

async function woven({ by, certificates }: typeof web extends fc.Arbitrary<infer T> ? T : never) {
  const holder = async (index: number) => ({
    name: `CN=holder ${index}`,
    keys: await keysOf(`holder ${index}`),
  });
  const made = await Promise.all(
    certificates.map(async ({ subject, issuer, isOver, isAuthority, ...place }) => ({
      ...place,
      issued: await issue({
        ...(await holder(subject)),
        by: await holder(issuer),
        isAuthority,
        ...(isOver ? { from: new Date("2019-01-01"), to: new Date("2020-01-01") } : {}),
      }),
    })),
  );
  const leaf = await issue({
    name: "CN=leaf",
    keys: await keysOf("leaf"),
    by: await holder(by),
    names: ["a.test"],
  });
  const others = made.filter(({ presented }) => presented).map(({ issued }) => issued);
  return { leaf, others, store: made.filter(({ trusted: is }) => is).map(({ issued }) => issued) };
}

function subsetsOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = all;
  if (first === undefined) return [[]];
  return subsetsOf(rest).flatMap((set) => [set, [first, ...set]]);
}

test("trusts a chain if Node does, given it all or the right part of it, and only then", async () => {
  await fc.assert(
    fc.asyncProperty(web, async (drawn) => {
      const { leaf, others, store } = await woven(drawn);
      const all = { chain: [leaf, ...others], store } as const;
      const verdict = verdictOn(all);
      const byNode = await askNode(all);
      if (byNode === "trusted" || verdict !== "trusted") {
        expect(verdict === "trusted", `${verdict}, but ${byNode}`).toBe(byNode === "trusted");
        return;
      }
      // Node follows one path; of the parts, one has no other.
      const parts = subsetsOf(others).flatMap((some) =>
        subsetsOf(store).map((few) => ({ chain: [leaf, ...some] as const, store: few })),
      );
      const answers: string[] = [];
      for (const part of parts) if (!answers.includes("trusted")) answers.push(await askNode(part));
      expect(answers).toContain("trusted");
    }),
    { numRuns: 60 },
  );
}, 120_000);

describe("is bounded, and never throws", () => {
  test("nine certificates that have all issued one another, by a store of namesakes", async () => {
    const keys = await keysOf("ring");
    const ring = await Promise.all([...Array(9).keys()].map(() => issue({ name: "CN=ring", keys })));
    const strangers = await Promise.all(
      [...Array(40).keys()].map(() => issue({ name: "CN=ring", keys, isAuthority: false })),
    );
    const leaf = await issue({
      name: "CN=leaf",
      keys: await keysOf("leaf"),
      by: { name: "CN=ring", keys },
      names: ["a.test"],
    });
    const begun = performance.now();
    expect(verdictOn({ chain: [leaf, ...ring], store: strangers })).not.toBe("trusted");
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test("certificates in which any byte may be another", async () => {
    const { root, upper, leaf } = await pieces({ leaf: { identified: true, issuerAt: "http://a.test/" } });
    const authorities = authoritiesOf({ kind: "bundle", certificates: [root.pem] });
    const ders = [leaf, upper].map((each) => parsed(each).raw);
    let read = 0;
    fc.assert(
      fc.property(
        fc.nat(1),
        fc.array(fc.tuple(fc.nat(1000), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (which, changes) => {
          const der = Buffer.from(ders[which] ?? "");
          for (const [at, byte] of changes) der[at % der.length] = byte;
          const certificate = certificateFrom(der);
          if (certificate === undefined) return;
          read++;
          recordOf(certificate);
          verifyChain([certificate, parsed(upper), certificate], authorities, new Date());
          verifyChain([parsed(leaf), certificate], authorities, new Date());
        },
      ),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test("a store of what is no certificate", () => {
    const authorities = authoritiesOf({
      kind: "bundle",
      certificates: ["", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"],
    });
    expect(authorities.named("cn=root")).toEqual([]);
  });
});

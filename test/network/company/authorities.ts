import { isIP } from "node:net";
import * as x509 from "@peculiar/x509";
import { type Issued, issue, newKeys, privateKeyOf } from "../../rig/certificates.ts";
import type { Identity } from "./serving.ts";

/** An authority with one beneath it, which signs servers' certificates. */
export type Authority = {
  /** What whoever trusts it has in store, PEM. */
  readonly root: string;
  /** With the key, as an interceptor has it. */
  readonly signer: Identity;
  /** What a server presents: its own certificate, and that of the authority beneath the root or not. */
  readonly identityFor: (names: readonly string[], chain?: "whole" | "leaf-alone") => Promise<Identity>;
};

/** Whom the machines trust, and who signs for the company itself. */
export type Authorities = { readonly public: Authority; readonly corporate: Authority };

/** Makes an authority. */
export async function openAuthority(name: string): Promise<Authority> {
  const usages = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign;
  const common = { identified: true, isAuthority: true, usages };
  const root = await issue({ name: `CN=${name} Root, O=${name}`, keys: await newKeys(), ...common });
  const middle = await issue({
    name: `CN=${name} Servers, O=${name}`,
    keys: await newKeys(),
    by: root,
    pathLength: 0,
    ...common,
  });
  return {
    root: root.pem,
    signer: await identityOf(root),
    identityFor: async (names, chain = "whole") => {
      const leaf = await issue({
        name: `CN=${names[0]}`,
        keys: await newKeys(),
        by: middle,
        identified: true,
        isAuthority: false,
        purposes: ["1.3.6.1.5.5.7.3.1"],
        usages: x509.KeyUsageFlags.digitalSignature,
        names: names.filter((each) => isIP(each) === 0),
        addresses: names.filter((each) => isIP(each) !== 0),
      });
      return identityOf(leaf, ...(chain === "whole" ? [middle] : []));
    },
  };
}

async function identityOf(holder: Issued, ...above: readonly Issued[]): Promise<Identity> {
  const cert = [holder, ...above].map(({ pem }) => pem.replace(/\n*$/, "\n")).join("");
  return { cert, key: await privateKeyOf(holder) };
}

import { GHE_NAME, MACHINES, PROXY_NAME, SERVICES_NAME } from "./places.ts";
import { SITES } from "./sites.ts";

/** What a name server knows: the internet's names and the company's, or the company's alone; or it is dead. */
export type Names = "all" | "internal" | "dead";

const INTERNAL = {
  [SERVICES_NAME]: MACHINES.services,
  [GHE_NAME]: MACHINES.ghe,
  [PROXY_NAME]: MACHINES.proxy,
} as const;

/** The words that start a dnsmasq at an address; `undefined` for one that is dead. `more` are records of its own form. */
export function nameServer(
  address: string,
  names: Names,
  more: readonly string[] = [],
): readonly string[] | undefined {
  if (names === "dead") return undefined;
  const sites = names === "all" ? SITES : [];
  const records = [
    ...Object.entries(INTERNAL).map((record) => record.join()),
    ...sites.flatMap(({ names, address }) => names.map((name) => `${name},${address}`)),
    ...more,
  ];
  return [
    "dnsmasq",
    "--keep-in-foreground",
    "--conf-file=/dev/null",
    "--pid-file",
    "--user=root",
    "--no-resolv",
    "--no-hosts",
    "--bind-interfaces",
    `--listen-address=${address}`,
    "--cache-size=0",
    // Whoever is not in its records is nobody.
    "--address=/#/",
    ...records.map((record) => `--host-record=${record}`),
  ];
}

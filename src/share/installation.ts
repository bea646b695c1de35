import type { Installation } from "../model/installation.ts";
import type { Renaming } from "./rename.ts";

/** An installation without private names. */
export function sharedInstallation(installation: Installation, { host, text }: Renaming): Installation {
  const { hostname, addresses, services, ghe, bucket, nomadClients, found } = installation;
  return {
    ...installation,
    ...(hostname === undefined ? {} : { hostname: host(hostname) }),
    addresses: addresses.map(text),
    ...(services === undefined ? {} : { services: host(services) }),
    ...(ghe === undefined ? {} : { ghe: host(ghe) }),
    ...(bucket === undefined ? {} : { bucket: host(bucket) }),
    ...(nomadClients === undefined ? {} : { nomadClients: nomadClients.map(host) }),
    found: Object.fromEntries(Object.entries(found).map(([fact, by]) => [fact, text(by)])),
  };
}

import { httpProxy, socksProxy } from "../rig/proxy-talks.ts";
import { answer, says, saysAtOnce } from "../rig/talks.ts";
import { makeCertificates } from "./certificates.ts";
import { alike } from "./fault.ts";
import { FAULTS } from "./faults/index.ts";
import { type Ports, startPeer } from "./servers.ts";

/** What the measuring process is told: the ports of every peer by its name, and whom it is to trust (PEM). */
export type Served = {
  readonly ports: Readonly<Record<string, Ports>>;
  readonly authorities: readonly string[];
};

/** The good peers, between which the faulty ones stand. */
const GOOD = {
  "good target": alike(says(answer("200 OK", ["Server: good"]))),
  "good ssh": { plain: saysAtOnce("SSH-2.0-good\r\n") },
  "good http": alike(httpProxy([])),
  "good socks": { plain: socksProxy([]) },
};

const { certificates, authorities } = await makeCertificates();
const ports: Record<string, Ports> = {};
for (const [name, peer] of Object.entries(GOOD)) ports[name] = await startPeer(peer, certificates);
for (const { name, peer } of FAULTS) ports[name] = await startPeer(peer, certificates);

// A process of its own: what the peers need of memory and time is not proxy-doctor's.
process.once("disconnect", () => process.exit());
process.send?.({ ports, authorities } satisfies Served);

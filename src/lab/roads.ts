import type { BlackHole } from "./black-hole.ts";
import { type CertificateAuthority, type Credentials, selfSigned } from "./certificate-authority.ts";
import type { Fake, FakePort } from "./fake.ts";
import { blockPage } from "./fakes/block-page.ts";
import { type Listener, listen } from "./listener.ts";
import { hostNamed, type View, type World } from "./world.ts";

/** Where on loopback a connection leads. */
export type Road =
  | { readonly kind: "open"; readonly port: number }
  | { readonly kind: "closed"; readonly port: number }
  | { readonly kind: "black-hole"; readonly hole: BlackHole };

/** The road of a connection, seen from one place, to a host by its name. */
export type FindRoad = (view: View, host: string, port: number) => Road;

/** Who signs for the hosts of a world, and for what the filter shows in place of others. */
type Signers = { readonly authority: CertificateAuthority; readonly filter: CertificateAuthority };

/** Where each fake listens: its own ports, and those of loopback in their place. */
export type Ports = ReadonlyMap<Fake, ReadonlyMap<number, number>>;

/** Starts every fake of a world, each once; `opened` learns of every listener. */
export async function openFakes(
  world: World,
  { authority, filter }: Signers,
  opened: (listener: Listener) => void,
): Promise<Ports> {
  const namesOf = fakesIn(world);
  const ports = new Map<Fake, ReadonlyMap<number, number>>();
  const open = async (fake: Fake, names: readonly string[], signer: CertificateAuthority) => {
    ports.set(fake, await openPorts(fake, await certify(fake, names, signer), opened));
  };
  await Promise.all([
    ...[...namesOf].map(([fake, names]) => open(fake, names, authority)),
    open(blockPage, [...namesOf.values()].flat(), filter),
  ]);
  return ports;
}

/** The way to every fake that listens, and to nowhere. */
export function roadsTo(
  ports: Ports,
  { closed, hole }: { readonly closed: Listener; readonly hole: BlackHole },
): FindRoad {
  const arrive = (fake: Fake, port: number): Road => {
    const at = ports.get(fake)?.get(port);
    return at === undefined ? { kind: "closed", port: closed.port } : { kind: "open", port: at };
  };
  return (view, name, port) => {
    const host = hostNamed(view, name);
    if (host === undefined) return { kind: "black-hole", hole };
    switch (view.fateOf(name)) {
      case "arrives":
        return arrive(host.fake, port);
      case "block-page":
        return arrive(blockPage, port);
      case "refused":
        return { kind: "closed", port: closed.port };
      case "vanishes":
        return { kind: "black-hole", hole };
    }
  };
}

/** Every fake, with the names of the hosts where it listens. */
function fakesIn({ direct, proxied }: World): ReadonlyMap<Fake, readonly string[]> {
  const names = new Map<Fake, Set<string>>();
  for (const { hosts } of [direct, proxied]) {
    for (const [name, { fake }] of Object.entries(hosts)) {
      names.set(fake, (names.get(fake) ?? new Set()).add(name));
    }
  }
  return new Map([...names].map(([fake, all]) => [fake, [...all]]));
}

type Certified = Readonly<Record<FakePort["speaks"], Credentials>>;

const NO_CREDENTIALS: Credentials = { cert: "", key: "" };

/** The certificates that a fake needs, and no others: making one costs milliseconds. */
async function certify(
  fake: Fake,
  names: readonly string[],
  signer: CertificateAuthority,
): Promise<Certified> {
  const speaks = new Set(Object.values(fake).map((each) => each.speaks));
  const [issued, ownSigned] = await Promise.all([
    speaks.has("https") ? signer.issue(names) : NO_CREDENTIALS,
    speaks.has("self-signed-https") ? selfSigned(names) : NO_CREDENTIALS,
  ]);
  return {
    http: NO_CREDENTIALS,
    tcp: NO_CREDENTIALS,
    https: issued,
    "self-signed-https": ownSigned,
  };
}

async function openPorts(
  fake: Fake,
  certified: Certified,
  opened: (listener: Listener) => void,
): Promise<ReadonlyMap<number, number>> {
  const pairs = Object.entries(fake).map(async ([port, spoken]: [string, FakePort]) => {
    const listener = await listen(spoken, certified[spoken.speaks]);
    opened(listener);
    return [Number(port), listener.port] as const;
  });
  return new Map(await Promise.all(pairs));
}

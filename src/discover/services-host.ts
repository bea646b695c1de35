import { readHost } from "../model/host.ts";
import type { Role } from "../model/installation.ts";
import type { CloudFacts } from "./cloud-init.ts";
import { type Fact, firstFact, placeAt } from "./fact.ts";
import type { Machine } from "./machine.ts";

/** Where the Nomad agent's configuration lies, by CircleCI's Terraform and by Nomad's own packages. */
const NOMAD_DIRECTORIES = ["/etc/nomad", "/etc/nomad.d", "/opt/nomad", "/opt/nomad/config"] as const;

/** A list of Nomad's servers: `servers` of `client`, or `retry_join` of `server_join` (domain-facts 1.2). */
const SERVERS = /(?<![\w"])"?(?:servers|retry_join)"?[ \t]{0,80}[=:][ \t]{0,80}\[/g;
const ENTRIES = /^(?:[^\]"]|"[^"\n]{0,300}")*\]/;

/** Most lists of a file, and most characters of a list, that are looked at. */
const MOST_LISTS = 64;
const LONGEST_LIST = 4096;

/** Host of the Services machine: what a Nomad client is told, or the Services machine's own address. */
export async function findServices(
  machine: Machine,
  role: Role,
  cloud: CloudFacts,
): Promise<Fact<string> | undefined> {
  switch (role) {
    case "nomad-client":
      return nomadServer(machine);
    case "services":
      return firstFact([async () => cloud.address, async () => onlyAddress(machine)]);
    case "workstation":
      return undefined;
  }
}

async function nomadServer({ list, read }: Machine): Promise<Fact<string> | undefined> {
  const listings = await Promise.all(NOMAD_DIRECTORIES.map(list));
  const paths = listings.flatMap((listing) => (listing.kind === "listed" ? listing.files : []));
  const found: Fact<string>[] = [];
  for (const path of paths.filter((each) => /\.(?:hcl|json)$/.test(each))) {
    const file = await read(path);
    if (file.kind === "text") found.push(...serversIn(path, file.text));
  }
  // Several servers are a cluster of its own, which does not stand on the Services machine.
  const hosts = new Set(found.map(({ value }) => value));
  return hosts.size === 1 ? found[0] : undefined;
}

function serversIn(path: string, text: string): readonly Fact<string>[] {
  const code = text.replace(/^[ \t]*(?:#|\/\/).*$/gm, (comment) => " ".repeat(comment.length));
  const heads = [...code.matchAll(SERVERS)].slice(0, MOST_LISTS);
  return heads.flatMap(({ 0: head, index }) => {
    const begin = index + head.length;
    const [entries = ""] = ENTRIES.exec(code.slice(begin, begin + LONGEST_LIST)) ?? [];
    return [...entries.matchAll(/"([^"\n]*)"/g)].flatMap(([, entry = ""]) => {
      const host = readHost(entry.replace(/(?<=^[^:]*|\]):\d{1,5}$/, ""));
      return host === undefined ? [] : [{ value: host, found: placeAt(path, text, index) }];
    });
  });
}

/** A machine with several addresses may be known under any of them. */
function onlyAddress({ outerAddresses }: Machine): Fact<string> | undefined {
  const [address, ...others] = outerAddresses.filter(
    (each) => readHost(each) !== undefined && !each.includes(":"),
  );
  return address === undefined || others.length > 0
    ? undefined
    : { value: address, found: "network interfaces" };
}

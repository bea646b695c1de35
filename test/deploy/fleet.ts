import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { metadata } from "../../src/lab/fakes/metadata.ts";
import { writeBaseFiles } from "../network/company/base-files.ts";
import { type Company, openCompany } from "../network/company/company.ts";
import { doorsOf } from "../network/company/doors.ts";
import { type Files, type Machine, machineIn } from "../network/company/machine.ts";
import { MACHINES, REGION } from "../network/company/places.ts";
import { connect } from "../network/company/router.ts";
import { serveSite } from "../network/company/serving.ts";
import { healthyFiles } from "../network/company/settings.ts";
import { openSpace } from "../network/company/space.ts";
import { alsoBypassed } from "../network/stories/changes.ts";

/** Nomad clients besides the company's own, by name. */
const MORE_CLIENTS = {
  "client-2": "10.0.1.52",
  "client-3": "10.0.1.53",
  "client-4": "10.0.1.54",
  "client-5": "10.0.1.55",
  "client-6": "10.0.1.56",
  "client-7": "10.0.1.57",
} as const;

/** The machines to check, by name, and their addresses. */
export const FLEET = {
  services: MACHINES.services,
  "nomad-client": MACHINES["nomad-client"],
  ...MORE_CLIENTS,
} as const;

export type FleetName = keyof typeof FLEET;

/** The company with six more Nomad clients. */
export type Fleet = {
  readonly company: Company;
  readonly machines: Readonly<Record<FleetName, Machine>>;
  readonly close: () => Promise<void>;
};

/** All of them. */
export const FLEET_NAMES = Object.keys(FLEET) as readonly FleetName[];
const NEW_NAMES = Object.keys(MORE_CLIENTS) as readonly (keyof typeof MORE_CLIENTS)[];

/** Builds it: a machine for each name, each healthy but for what `change` does to its files. */
export async function openFleet(change: (name: FleetName, files: Files) => Files): Promise<Fleet> {
  const folder = mkdtempSync(join(tmpdir(), "fleet-"));
  const company = await openCompany({ go: "", classes: "" });
  writeBaseFiles(join(folder, "etc"), company.authorities.public.root);
  await company.arrange({});
  const more = await Promise.all(NEW_NAMES.map((name) => openClient(company, name, join(folder, "etc"))));
  const machines = {
    services: company.machines.services,
    "nomad-client": company.machines["nomad-client"],
    ...Object.fromEntries(NEW_NAMES.map((name, index) => [name, more[index]])),
  } as Record<FleetName, Machine>;
  const closeMetadata = await serveMetadata(company);
  await Promise.all(FLEET_NAMES.map((name) => machines[name].reset(change(name, filesOf(name)))));
  return {
    company,
    machines,
    close: async () => {
      closeMetadata();
      await Promise.all(NEW_NAMES.map((name) => machines[name].space.close()));
      await company.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openClient(company: Company, name: keyof typeof MORE_CLIENTS, base: string): Promise<Machine> {
  const space = await openSpace(name);
  await connect(company.router, space, MORE_CLIENTS[name]);
  return machineIn(space, base, ["docker", "nomad"]);
}

/** Each new client has metadata of its own, as the company's machines have. */
async function serveMetadata({ router, authorities, log }: Company): Promise<() => void> {
  const doors = doorsOf(router);
  const identity = await authorities.public.identityFor(["169.254.169.254"]);
  const rules = NEW_NAMES.map(
    (name, index) =>
      `iifname "${name}" ip daddr 169.254.169.254 tcp dport 80 dnat to 10.0.0.1:${8101 + index}`,
  );
  await router.must(
    "nft -f -",
    `table ip fleet {\nchain metadata { type nat hook prerouting priority -101\n${rules.join("\n")}\n}\n}\n`,
  );
  await Promise.all(
    NEW_NAMES.map(async (name, index) => {
      const fake = metadata({
        instanceId: `i-0dd000000000000${index}d`,
        privateIp: MORE_CLIENTS[name],
        region: REGION,
        tokens: "required",
      })[80];
      if (fake === undefined) throw new Error("the metadata service listens on port 80");
      const site = {
        names: ["169.254.169.254"],
        address: "10.0.0.1",
        fake: () => ({ [8101 + index]: fake }),
      };
      await serveSite(site, doors, identity, { log, oddities: () => ({}) });
    }),
  );
  return () => doors.close();
}

/** What a healthy machine of the fleet has: no proxy for any of the clients either. */
function filesOf(name: FleetName): Files {
  const files = healthyFiles(name === "services" ? name : "nomad-client", "standard");
  const bypass = alsoBypassed(...Object.values(MORE_CLIENTS));
  const own = (path: string, text: string) =>
    path.startsWith("/run/cloud-init/")
      ? text.replaceAll(MACHINES["nomad-client"], FLEET[name])
      : bypass(text);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text === null ? null : own(path, text)]),
  );
}

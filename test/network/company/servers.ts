import type { Authorities } from "./authorities.ts";
import { doorsOf } from "./doors.ts";
import { metadataSite, type Tokens } from "./metadata.ts";
import { INSTANCES, MACHINES, type MachineName } from "./places.ts";
import { metadataPort } from "./router.ts";
import { serveSite, type World } from "./serving.ts";
import { githubEnterpriseSite, nomadClientSite, SITES, servicesMachineSite } from "./sites.ts";
import type { Space } from "./space.ts";

/** Starts all servers that this process is; gives what ends them. */
export async function serveAll(
  spaces: Readonly<Record<MachineName | "router" | "internet", Space>>,
  authorities: Authorities,
  world: World,
  tokens: () => Tokens | undefined,
): Promise<() => void> {
  const doors = {
    router: doorsOf(spaces.router),
    internet: doorsOf(spaces.internet),
    ghe: doorsOf(spaces.ghe),
    services: doorsOf(spaces.services),
    nomadClient: doorsOf(spaces["nomad-client"]),
  };
  const instances = Object.keys(INSTANCES) as readonly (keyof typeof INSTANCES)[];
  const metadata = instances.map((name) =>
    metadataSite(name, metadataPort(name), () => tokens() ?? "required"),
  );
  const served = [
    ...metadata.map((site) => [site, doors.router] as const),
    ...SITES.map((site) => [site, doors.internet] as const),
    [githubEnterpriseSite(MACHINES.ghe), doors.ghe] as const,
    [servicesMachineSite(MACHINES.services), doors.services] as const,
    [nomadClientSite(MACHINES["nomad-client"]), doors.nomadClient] as const,
  ];
  await Promise.all(
    served.map(async ([site, door]) => {
      await serveSite(site, door, await authorities.public.identityFor(site.names), world);
    }),
  );
  return () => {
    for (const each of Object.values(doors)) each.close();
  };
}

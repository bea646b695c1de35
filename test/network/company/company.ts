import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Authorities, openAuthority } from "./authorities.ts";
import { writeBaseFiles } from "./base-files.ts";
import type { Drivers } from "./callers.ts";
import type { Unit } from "./daemons.ts";
import { type Firewall, setFirewall } from "./firewall.ts";
import { type Log, openLog } from "./log.ts";
import { type Machine, machineIn } from "./machine.ts";
import { nameServer } from "./names.ts";
import { MACHINES, type MachineName, PROXYS_RESOLVER, RESOLVER } from "./places.ts";
import { filesOf, type Plan } from "./plan.ts";
import { PROXIES, PROXY_FOLDER, PROXY_LOG, PROXY_PORT, type ProxyProgram } from "./proxies.ts";
import { connectInternet, openMachines, openRouter } from "./router.ts";
import { serveAll } from "./servers.ts";
import type { Oddities } from "./serving.ts";
import { S3 } from "./sites.ts";
import { type Slot, slotFor } from "./slot.ts";
import { openSpace, type Space } from "./space.ts";

/** The company at work. */
export type Company = {
  readonly machines: Readonly<Record<MachineName, Machine>>;
  readonly router: Space;
  readonly log: Log;
  readonly drivers: Drivers;
  readonly authorities: Authorities;
  /** What the proxy has told of its work since it was started. */
  readonly proxyLog: () => string;
  /** Makes things stand so, and begins the proxy's log anew. */
  readonly arrange: (plan: Plan) => Promise<void>;
  readonly close: () => Promise<void>;
};

const UNITS = {
  services: ["docker"],
  "nomad-client": ["docker", "nomad"],
  laptop: [],
  proxy: [],
  ghe: [],
} as const satisfies Record<MachineName, readonly Unit[]>;

/** Builds the company: takes a few seconds, root, and a network that is nobody else's. */
export async function openCompany(drivers: Drivers): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), "company-"));
  chmodSync(folder, 0o755);
  const authorities = {
    public: await openAuthority("Example Trust"),
    corporate: await openAuthority("Acme"),
  };
  const router = await openRouter();
  const [internet, spaces] = await Promise.all([openSpace("internet"), openMachines(router)]);
  await connectInternet(router, internet);
  const base = join(folder, "etc");
  writeBaseFiles(base, authorities.public.root);
  const machines = machinesIn(spaces, base);
  const log = openLog();
  let now: { readonly plan: Plan; readonly oddities: Oddities } = { plan: {}, oddities: {} };
  let begun = 0;
  const world = { log, oddities: () => now.oddities };
  const closeDoors = await serveAll(
    { router, internet, ...spaces },
    authorities,
    world,
    () => now.plan.tokens,
  );
  const slots = {
    names: slotFor(router, 53, RESOLVER),
    proxysNames: slotFor(router, 53, PROXYS_RESOLVER),
    proxy: slotFor(spaces.proxy, PROXY_PORT),
  };
  await machines.proxy.reset({ "/etc/resolv.conf": `nameserver ${PROXYS_RESOLVER}\n` });
  machines.proxy.write({ [PROXY_LOG]: "" });
  await slots.proxysNames.fill(nameServer(PROXYS_RESOLVER, "all"));
  let undo = async () => {};
  const company: Company = {
    machines,
    router,
    log,
    drivers,
    authorities,
    proxyLog: () => machines.proxy.read(PROXY_LOG).slice(begun),
    arrange: async (plan) => {
      await undo();
      now = { plan, oddities: (await plan.servers?.(authorities)) ?? {} };
      await Promise.all([
        setFirewall(router, { ...USUAL_FIREWALL, ...plan.firewall }),
        slots.names.fill(nameServer(RESOLVER, plan.names ?? "all", plan.records)),
        startProxy(machines.proxy, slots.proxy, authorities, plan),
        ...NAMES.filter((name) => name !== "proxy").map((name) => machines[name].reset(filesOf(name, plan))),
      ]);
      begun = machines.proxy.read(PROXY_LOG).length;
      undo = (await plan.last?.(company)) ?? (async () => {});
    },
    close: async () => {
      closeDoors();
      await Promise.all([router, internet, ...Object.values(spaces)].map((space) => space.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return company;
}

/** S3 is reached by an endpoint of the network's own; all else is the proxy's business. */
const USUAL_FIREWALL: Firewall = { open: [S3.address], others: "rejected" };

const NAMES = Object.keys(MACHINES) as readonly MachineName[];

function machinesIn(spaces: Readonly<Record<MachineName, Space>>, base: string): Company["machines"] {
  const machines = NAMES.map((name) => [name, machineIn(spaces[name], base, UNITS[name])] as const);
  return Object.fromEntries(machines) as Record<MachineName, Machine>;
}

async function startProxy(
  machine: Machine,
  slot: Slot,
  authorities: Authorities,
  { proxy = "squid" }: Plan,
): Promise<void> {
  if (proxy === "none") return slot.fill(undefined);
  const program: ProxyProgram = PROXIES[proxy];
  const placed = Object.entries(program.files(authorities));
  machine.write(Object.fromEntries(placed.map(([name, text]) => [`${PROXY_FOLDER}/${name}`, text])));
  await machine.space.must(
    `${program.first ?? ""}
    chmod -R a+rwX ${PROXY_FOLDER}`,
  );
  await slot.fill(program.words);
}

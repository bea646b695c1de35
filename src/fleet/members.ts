import type { Superseded } from "../model/fleet.ts";
import { groupBy } from "../model/group-by.ts";
import type { Glance } from "./glance.ts";
import { byName, inOrder } from "./in-order.ts";

/** A machine of the fleet: its name, which no other has, and what its newest report says. */
export type Member = { readonly name: string; readonly glance: Glance };

/** Every machine once, by its newest report, and the reports that do not count for it. */
export function membersOf(glances: readonly Glance[]): {
  readonly members: readonly Member[];
  readonly superseded: readonly Superseded[];
} {
  const ordered = inOrder(glances, ({ file }) => file);
  const nameless = ordered.filter(({ hostname }) => hostname === undefined);
  const named = groupBy(ordered, ({ hostname }) => hostname);
  const machines = [
    ...nameless.map((glance) => newestOf(nameOfFile(glance.file), [glance])),
    ...[...named].flatMap(([name, same]) => (name === undefined ? [] : machinesCalled(name, same))),
  ];
  const told = distinct(machines);
  return {
    members: byName(
      told.map(({ name, newest }) => ({ name, glance: newest })),
      ({ name }) => name,
    ),
    superseded: byName(
      told.flatMap(({ name, newest, older }) =>
        older.map(({ file, startedAt }) => ({
          ...{ host: name, file, newer: newest.file },
          ...(startedAt === newest.startedAt ? { simultaneous: true } : {}),
        })),
      ),
      ({ host, file }) => `${host} ${file}`,
    ),
  };
}

type Machine = { readonly name: string; readonly newest: Glance; readonly older: readonly Glance[] };

/** What a report without a name goes by. */
function nameOfFile(file: string): string {
  return file.replace(/^.*[/\\](?=[^/\\])/s, "").replace(/\.json$/i, "");
}

/** The machines of one name: several are told apart by an address. */
function machinesCalled(name: string, reports: readonly Glance[]): readonly Machine[] {
  const machines = machinesAmong(reports).map((same) => newestOf(name, same));
  if (machines.length === 1) return machines;
  return machines.map((machine) => {
    const [address = machine.newest.file] = machine.newest.addresses;
    return { ...machine, name: `${name} (${address})` };
  });
}

/** Reports of one name by machine: those that share an address are of one, and those that tell none may be of any. */
function machinesAmong(reports: readonly Glance[]): readonly (readonly Glance[])[] {
  if (reports.some(({ addresses }) => addresses.length === 0)) return [reports];
  const owners = new Map<string, Glance[]>();
  for (const report of reports) {
    const same = new Set(report.addresses.flatMap((address) => owners.get(address) ?? []));
    const machine = [...same, report];
    for (const { addresses } of machine) for (const address of addresses) owners.set(address, machine);
  }
  return [...new Set(owners.values())];
}

function newestOf(name: string, reports: readonly Glance[]): Machine {
  const [newest, ...older] = inOrder(reports, ({ startedAt, file }) => `${startedAt} ${file}`).toReversed();
  if (newest === undefined) throw new Error("a machine without a report");
  return { name, newest, older };
}

/** Where two machines are still called alike, by their files. */
function distinct(machines: readonly Machine[]): readonly Machine[] {
  const counts = groupBy(machines, ({ name }) => name);
  return machines.map((machine) =>
    (counts.get(machine.name)?.length ?? 0) > 1
      ? { ...machine, name: `${machine.name} (${machine.newest.file})` }
      : machine,
  );
}

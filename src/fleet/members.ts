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
  const named = groupBy(
    inOrder(glances, ({ file }) => file),
    callName,
  );
  const machines = [...named].flatMap(([name, same]) => {
    const [first] = same;
    if (first?.hostname === undefined) return same.map((each) => newestOf(name, [each]));
    const apart = machinesAmong(same);
    return apart.map((reports) => {
      const machine = newestOf(name, reports);
      const [address = machine.newest.file] = machine.newest.addresses;
      return apart.length === 1 ? machine : { ...machine, name: `${name} (${address})` };
    });
  });
  const told = distinct(machines);
  return {
    members: byName(
      told.map(({ name, newest }) => ({ name, glance: newest })),
      ({ name }) => name,
    ),
    superseded: byName(
      told.flatMap(({ name, newest, older }) =>
        older.map(({ file }) => ({ host: name, file, newer: newest.file })),
      ),
      ({ host, file }) => `${host} ${file}`,
    ),
  };
}

type Machine = { readonly name: string; readonly newest: Glance; readonly older: readonly Glance[] };

/** A machine's own name or, of a report without one, that of its file. */
function callName({ hostname, file }: Glance): string {
  return hostname ?? file.replace(/^.*[/\\](?=[^/\\])/s, "").replace(/\.json$/i, "");
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

import type { Installation } from "../model/installation.ts";
import type { Fact } from "./fact.ts";
import type { Machine } from "./machine.ts";
import { UNIT_DIRECTORIES } from "./unit-files.ts";

type Init = Installation["init"];

/** Where systemd itself lies; the links under other names lead there. */
const SYSTEMD = ["/lib/systemd", "/usr/lib/systemd"] as const;

/** What upstart and sysvinit are configured with. */
const OTHERS = ["/etc/init", "/etc/inittab"] as const;

/** Which program starts the services; nothing where no sign of any is seen, as below a root of a few copied files. */
export async function findInit(machine: Pick<Machine, "list" | "read">): Promise<Fact<Init> | undefined> {
  const systemd = (await booted(machine)) ?? (await installed(machine)) ?? (await configured(machine));
  if (systemd !== undefined) return { value: "systemd", found: systemd };
  const [jobs, table] = OTHERS;
  const listing = await machine.list(jobs);
  if (listing.kind === "listed" && listing.files.some((path) => path.endsWith(".conf"))) {
    return { value: "other", found: jobs };
  }
  return (await machine.read(table)).kind === "absent" ? undefined : { value: "other", found: table };
}

/** The directory is there while systemd runs (sd_booted(3)). */
async function booted({ list }: Pick<Machine, "list">): Promise<string | undefined> {
  const directory = "/run/systemd/system";
  return (await list(directory)).kind === "absent" ? undefined : directory;
}

async function installed({ list }: Pick<Machine, "list">): Promise<string | undefined> {
  const listings = await Promise.all(SYSTEMD.map(list));
  const paths = listings.flatMap((listing) => (listing.kind === "listed" ? listing.files : []));
  return paths.find((path) => path.endsWith("/systemd"));
}

/** Packages bring units for systemd to every machine; what an administrator adds, systemd is to read. */
async function configured({ list }: Pick<Machine, "list">): Promise<string | undefined> {
  const listing = await list(UNIT_DIRECTORIES[0]);
  if (listing.kind !== "listed") return undefined;
  const paths = [...listing.directories, ...listing.files];
  return paths.find((path) => /\/(?:docker|nomad|replicated[\w@-]*)\.service(?:\.d)?$/.test(path));
}

import { readHost } from "../model/host.ts";
import { type Fact, placeAt } from "./fact.ts";
import type { Machine } from "./machine.ts";

/** The one line that hostname(5) has besides comments. */
const FILE = "/etc/hostname";

/** A machine's own name: as its system tells it, or as /etc/hostname has it; what cannot be a name is none. */
export async function findHostname({
  hostname,
  read,
}: Pick<Machine, "hostname" | "read">): Promise<Fact<string> | undefined> {
  if (hostname !== undefined) return named(hostname, "the system");
  const file = await read(FILE);
  if (file.kind !== "text") return undefined;
  const [line] = /^[^\s#].*$/m.exec(file.text) ?? [];
  return line === undefined ? undefined : named(line, placeAt(FILE, file.text, file.text.indexOf(line)));
}

function named(text: string, found: string): Fact<string> | undefined {
  const value = readHost(text.trim());
  return value === undefined ? undefined : { value, found };
}

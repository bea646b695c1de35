import type { Fact } from "./fact.ts";
import type { Machine } from "./machine.ts";

const STATE = "/var/lib/replicated";

/** What CircleCI's user data writes there before Replicated is installed (domain-facts 1.2). */
const BEFORE = ["circle-config"];

/** Whether Replicated has been started on a machine: it leaves its state behind. */
export async function findReplicated(machine: Machine): Promise<Fact<"installed"> | undefined> {
  const listed = await machine.list(STATE);
  const { files, directories } = listed.kind === "listed" ? listed : { files: [], directories: [] };
  const state = [...files, ...directories].find((path) => !BEFORE.includes(path.slice(STATE.length + 1)));
  return state === undefined ? undefined : { value: "installed", found: state };
}

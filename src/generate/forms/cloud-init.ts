import type { MachineFile } from "../machine-file.ts";

/** EC2 takes no more user data, in bytes (AWS, "Run commands at launch"). */
const LARGEST = 16_384;

const HEAD = [
  "cloud-init does this once, on the first start of a machine; beside a script of yours it is one part of a MIME multi-part.",
  "A script of the user data that calls out reads /etc/environment first: set -a; . /etc/environment",
];
const LOGIN =
  "Every process on the machine may read its user data, and the password in it, at 169.254.169.254.";
const TOO_LARGE =
  "EC2 takes 16 KiB of user data, and this is more: compress it (user_data_base64 = base64gzip(...)).";

/**
 * User data for cloud-init (`#cloud-config`, `write_files` and `runcmd`): each file as a literal block, which keeps
 * every character. What stands in an appended file stays.
 */
export function cloudConfig(files: readonly MachineFile[]): string {
  const written = files.filter(({ atFirstStart }) => atFirstStart !== "left-out");
  const notes = [...HEAD, ...(written.some(({ holdsLogin }) => holdsLogin) ? [LOGIN] : [])];
  const body = `write_files:\n${written.map(entryOf).join("")}${commandsFor(written)}`;
  const text = (lines: readonly string[]) =>
    `#cloud-config\n${lines.map((line) => `# ${line}\n`).join("")}${body}`;
  const plain = text(notes);
  return new TextEncoder().encode(plain).length > LARGEST ? text([...notes, TOO_LARGE]) : plain;
}

function entryOf({ path, text, mode, atFirstStart }: MachineFile): string {
  return [
    `  - path: ${path}`,
    `    permissions: '0${mode.toString(8)}'`,
    ...(atFirstStart === "appended" ? ["    append: true"] : []),
    "    content: |",
    ...text
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => (line === "" ? "" : `      ${line}`)),
    "",
  ].join("\n");
}

/** Services that are there already take their drop-ins; those that are installed later find them. */
function commandsFor(files: readonly MachineFile[]): string {
  const units = files.flatMap(({ path }) => /\/([\w-]+\.service)\.d\//.exec(path)?.[1] ?? []);
  if (units.length === 0) return "";
  const commands = [["daemon-reload"], ...units.map((unit) => ["try-restart", unit])];
  return `runcmd:\n${commands.map((words) => `  - [systemctl, ${words.join(", ")}]\n`).join("")}`;
}

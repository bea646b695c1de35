import { readFileSync } from "node:fs";

/** What tells a program which name servers to ask. */
export const RESOLV_CONF = "/etc/resolv.conf";

/** Whether this process is in a network that `enclosure.sh` made, as it was when this was first asked. */
export const ENCLOSED = isEnclosed();

/** It leaves nothing but the loopback interface, and one name server. */
function isEnclosed(): boolean {
  const devices = readable("/proc/self/net/dev").match(/^\s*\S+(?=:)/gm) ?? [];
  const servers = readable(RESOLV_CONF).match(/^nameserver .*$/gm) ?? [];
  return devices.join().trim() === "lo" && servers.join() === "nameserver 127.0.0.1";
}

/** The text of a file; nothing, where it cannot be read. */
export function readable(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

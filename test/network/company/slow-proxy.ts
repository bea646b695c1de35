import { fileURLToPath } from "node:url";
import { PROXY_PORT } from "./proxies.ts";
import { slotFor } from "./slot.ts";
import type { Space } from "./space.ts";

const RELAY = fileURLToPath(new URL("./relay.js", import.meta.url));
const RELAY_PORT = PROXY_PORT + 1;

/**
 * Puts a relay before the proxy, by which all that it is told reaches it so many milliseconds late: a turn of question and
 * answer takes as long, whoever asks. Gives what takes it away.
 */
export async function slowProxy(proxy: Space, lateMs: number): Promise<() => Promise<void>> {
  const slot = slotFor(proxy, RELAY_PORT);
  await slot.fill([process.execPath, RELAY, ...[RELAY_PORT, PROXY_PORT, lateMs].map(String)]);
  await proxy.must(
    "nft -f -",
    `table ip late {
      chain callers {
        type nat hook prerouting priority -100;
        iifname eth0 tcp dport ${PROXY_PORT} redirect to :${RELAY_PORT}
      }
    }`,
  );
  return async () => {
    await proxy.must("nft delete table ip late");
    await slot.fill(undefined);
  };
}

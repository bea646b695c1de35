import net from "node:net";
import { type Listener, startListening } from "../../../src/lab/listener.ts";

/**
 * A TCP relay on loopback that holds back every byte for `delayMs`, each way, in order: a line as long as that.
 * The kernel shakes hands before the relay knows of it, so opening a connection takes no time here.
 */
export function startRelay(port: number, delayMs: number): Promise<Listener> {
  const server = net.createServer({ allowHalfOpen: true }, (near) => {
    const far = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    near.setNoDelay(true);
    far.setNoDelay(true);
    lag(near, far, delayMs);
    lag(far, near, delayMs);
  });
  return startListening(server);
}

/** Timers of one length go off in the order in which they were set. */
function lag(from: net.Socket, to: net.Socket, delayMs: number): void {
  from.on("data", (chunk) => setTimeout(() => to.destroyed || to.write(chunk), delayMs));
  from.once("end", () => setTimeout(() => to.end(), delayMs));
  from.on("error", () => undefined).once("close", () => setTimeout(() => to.destroy(), delayMs));
}

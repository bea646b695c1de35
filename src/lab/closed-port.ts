import net from "node:net";
import { type Listener, LOOPBACK, startListening } from "./listener.ts";

/**
 * A port of loopback that refuses connections, for as long as it is held: the caller's end of a connection occupies
 * it, so no program that looks for a free port is given this one. The end is bound before it calls: a port that Linux
 * chose for a call it shares with the next that calls elsewhere, and a call to the port itself would be connected.
 */
export async function holdClosedPort(): Promise<Listener> {
  const peer = await startListening(net.createServer());
  const holder = net.connect({ port: peer.port, host: LOOPBACK, localAddress: LOOPBACK });
  await new Promise<void>((resolve, reject) => {
    holder.once("connect", resolve).once("error", reject);
  });
  holder.on("error", () => {});
  const { localPort } = holder;
  if (localPort === undefined) throw new Error("a connected socket has no port");
  const close = () => {
    holder.destroy();
    return peer.close();
  };
  return { port: localPort, close };
}

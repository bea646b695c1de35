import net from "node:net";
import { type Listener, startListening } from "../../../src/lab/listener.ts";

const VERSION = 5;
const NO_LOGIN = Buffer.from([VERSION, 0]);
const GRANTED = Buffer.from([VERSION, 0, 0, 1, 0, 0, 0, 0, 0, 0]);

/** A SOCKS 5 proxy without logins, which connects to the port that is asked for on loopback (RFC 1928). */
export function startSocksProxy(): Promise<Listener> {
  return startListening(
    net.createServer((near) => {
      near.setNoDelay(true).once("data", () => {
        near.write(NO_LOGIN);
        near.once("data", (request: Buffer) => lead(near, request.readUInt16BE(request.length - 2)));
      });
    }),
  );
}

function lead(near: net.Socket, port: number): void {
  const far = net.connect(port, "127.0.0.1").setNoDelay(true);
  far.once("connect", () => {
    near.write(GRANTED);
    near.pipe(far).pipe(near);
  });
  far.on("error", () => near.destroy()).once("close", () => near.destroy());
  near.once("close", () => far.destroy());
}

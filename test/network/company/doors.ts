import { spawn } from "node:child_process";
import net from "node:net";
import { fileURLToPath } from "node:url";
import type { Space } from "./space.ts";

/** Opens ports in a space for servers that this process is. */
export type Doors = {
  readonly open: (host: string, port: number) => Promise<net.Server>;
  readonly close: () => void;
};

type Handed = { readonly id: number; readonly error?: string };

const SOCKETS = fileURLToPath(new URL("./sockets.js", import.meta.url));

/**
 * A socket stays in the network in which it was made, whoever holds it: so one process can be every server of every
 * machine, and know of all that they were asked.
 */
export function doorsOf(space: Space): Doors {
  const child = spawn("nsenter", ["--target", String(space.pid), "--net", "--", process.execPath, SOCKETS], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const waiting = new Map<number, (handed: Handed, server?: net.Server) => void>();
  child.on("message", (message: Handed, handle) => {
    waiting.get(message.id)?.(message, handle instanceof net.Server ? handle : undefined);
    waiting.delete(message.id);
  });
  let last = 0;
  return {
    open: (host, port) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, ({ error }, server) => {
          if (server === undefined) reject(new Error(`${space.name} ${host}:${port}: ${error}`));
          else resolve(server);
        });
        child.send({ id, host, port });
      }),
    close: () => child.disconnect(),
  };
}

import net from "node:net";
import type { Talk } from "./peer.ts";

/** What a proxy was asked. */
export type Asked = { readonly head: string };

/** Opens every tunnel to its port on loopback, whatever the host, and forwards every request so. */
export function httpProxy(asked: Asked[]): Talk {
  return (near) => {
    near.once("data", (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      asked.push({ head: text });
      const [, method, url = ""] = /^(\S+) (\S+)/.exec(text) ?? [];
      const far = net.connect(Number(/:(\d+)(?:\/|$)/.exec(url)?.[1] ?? 80), "127.0.0.1");
      const refuse = () => near.end("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
      far.once("error", refuse).once("connect", () => {
        far.off("error", refuse);
        if (method === "CONNECT") near.write("HTTP/1.1 200 Connection established\r\n\r\n");
        else far.write(text.replace(/ http:\/\/[^/]+/, " "), "latin1");
        join(near, far);
      });
    });
  };
}

/** A SOCKS proxy of both versions that connects to the port asked for on loopback; `hosts` are as they were asked. */
export function socksProxy(hosts: string[]): Talk {
  return (near) => {
    near.once("data", (hello: Buffer) => {
      if (hello[0] === 4) {
        const [, host = ""] = hello.subarray(8).toString("latin1").split("\0");
        const isName = hello.readUInt32BE(4) < 256;
        hosts.push(isName ? host : [...hello.subarray(4, 8)].join("."));
        lead(near, hello.readUInt16BE(2), Buffer.from([0, 90, 0, 0, 0, 0, 0, 0]));
        return;
      }
      near.write(Buffer.from([5, 0]));
      near.once("data", (request: Buffer) => {
        hosts.push(hostIn(request));
        lead(near, request.readUInt16BE(request.length - 2), Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
      });
    });
  };
}

/** Joins two sockets until either ends. */
export function join(near: net.Socket, far: net.Socket): void {
  near.pipe(far).pipe(near);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on("error", () => other.resetAndDestroy()).once("close", () => other.destroy());
  }
}

function hostIn(request: Buffer): string {
  return request[3] === 3
    ? request.subarray(5, 5 + (request[4] ?? 0)).toString("latin1")
    : [...request.subarray(4, 8)].join(".");
}

function lead(near: net.Socket, port: number, granted: Buffer): void {
  const far = net.connect(port, "127.0.0.1");
  const refuse = () => near.destroy();
  far.once("error", refuse).once("connect", () => {
    far.off("error", refuse);
    near.write(granted);
    join(near, far);
  });
}

import { startPeer } from "./peer.ts";
import { type Asked, httpProxy, socksProxy } from "./proxy-talks.ts";

/** Starts a proxy that opens every tunnel to its port on loopback, whatever the host, and forwards every request so. */
export async function startHttpProxy(): Promise<{ readonly port: number; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  return { port: await startPeer(httpProxy(asked)), asked };
}

/** Starts a SOCKS proxy of both versions that connects to the port asked for on loopback; `hosts` are as asked. */
export async function startSocksProxy(): Promise<{ readonly port: number; readonly hosts: string[] }> {
  const hosts: string[] = [];
  return { port: await startPeer(socksProxy(hosts)), hosts };
}

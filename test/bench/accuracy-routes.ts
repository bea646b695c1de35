import type { PhaseName } from "../../src/model/phase.ts";
import type { CurlTimes } from "./rig/curl.ts";
import type { Line } from "./rig/measuring.ts";
import { startRelay } from "./rig/relay.ts";
import { type Scene, startProxy, startSecureTarget, startTarget } from "./rig/scene.ts";
import { startSocksProxy } from "./rig/socks-proxy.ts";

/** Some of our phases beside the difference of two of curl's figures. */
export type Comparison = {
  readonly what: string;
  /** How often the line is gone there and back: what its length alone takes. */
  readonly trips: number;
  readonly phases: readonly PhaseName[];
  readonly curl: (times: CurlTimes) => number;
};

/** One route as we measure it and as curl goes it. */
export type MeasuredRoute = {
  readonly name: string;
  readonly line: Line;
  /** What curl's command line has besides the URL. */
  readonly words: readonly string[];
  readonly comparisons: readonly Comparison[];
};

const TCP: Comparison = { what: "tcp", trips: 0, phases: ["tcp"], curl: (t) => t.connect - t.namelookup };
const PROXY_TCP: Comparison = { ...TCP, what: "proxy tcp", phases: ["proxy-tcp"] };
const FIRST_BYTE: Comparison = {
  what: "first byte",
  trips: 1,
  phases: ["request", "response"],
  curl: (t) => t.starttransfer - t.pretransfer,
};
/** From the open connection to the end of the last TLS handshake. */
const toTls = (what: string, trips: number, phases: readonly PhaseName[]): Comparison => ({
  what,
  trips,
  phases,
  curl: (t) => t.appconnect - t.connect,
});
/** From the open connection to where the request can be sent. */
const toReady = (what: string, trips: number, phases: readonly PhaseName[]): Comparison => ({
  what,
  trips,
  phases,
  curl: (t) => t.pretransfer - t.connect,
});

/**
 * Starts what the routes lead to, and before each a relay that holds bytes back for `delayMs`. `caFile` is where curl
 * finds the scene's authority.
 */
export async function openRoutes(
  { open, credentials }: Scene,
  delayMs: number,
  caFile: string,
): Promise<readonly MeasuredRoute[]> {
  const far = async (port: number) => open(startRelay(port, delayMs));
  const plain = await open(startTarget());
  const secure = await open(startSecureTarget(credentials));
  const httpProxy = await far(await open(startProxy()));
  const httpsProxy = await far(await open(startProxy(credentials)));
  const socks = await far(await open(startSocksProxy()));

  const [http_, https_] = [`http://127.0.0.1:${plain}/`, `https://127.0.0.1:${secure}/`];
  const through = (proxy: string, url: string): Pick<MeasuredRoute, "line" | "words"> => ({
    line: { url, proxy },
    words: ["-x", proxy, "--cacert", caFile, "--proxy-cacert", caFile],
  });
  const byName = `http://localhost:${await far(plain)}/`;
  const overHttp = `http://127.0.0.1:${httpProxy}`;
  const overHttps = `https://127.0.0.1:${httpsProxy}`;
  const overSocks = `socks5h://127.0.0.1:${socks}`;
  const directHttp = `http://127.0.0.1:${await far(plain)}/`;
  const directHttps = `https://127.0.0.1:${await far(secure)}/`;
  return [
    {
      name: "direct, by name",
      line: { url: byName },
      words: [],
      comparisons: [{ what: "dns (/etc/hosts)", trips: 0, phases: ["dns"], curl: (t) => t.namelookup }],
    },
    { name: "direct http", line: { url: directHttp }, words: [], comparisons: [TCP, FIRST_BYTE] },
    {
      name: "direct https",
      line: { url: directHttps },
      words: ["--cacert", caFile],
      comparisons: [TCP, toTls("tls", 1, ["tls"]), FIRST_BYTE],
    },
    { name: "http proxy, forward", ...through(overHttp, http_), comparisons: [PROXY_TCP, FIRST_BYTE] },
    {
      name: "http proxy, bare tunnel",
      line: { url: http_, proxy: overHttp, exchange: "connect" },
      words: ["-x", overHttp, "-p"],
      comparisons: [toReady("tunnel", 1, ["tunnel"])],
    },
    {
      name: "http proxy, tunnel to https",
      ...through(overHttp, https_),
      comparisons: [toTls("tunnel + tls", 2, ["tunnel", "tls"]), FIRST_BYTE],
    },
    {
      name: "https proxy, forward",
      ...through(overHttps, http_),
      comparisons: [toReady("proxy tls", 1, ["proxy-tls"]), FIRST_BYTE],
    },
    {
      name: "https proxy, tunnel to https",
      ...through(overHttps, https_),
      comparisons: [toTls("proxy tls + tunnel + tls", 3, ["proxy-tls", "tunnel", "tls"]), FIRST_BYTE],
    },
    {
      name: "socks5h proxy to http",
      ...through(overSocks, http_),
      comparisons: [toReady("tunnel", 2, ["tunnel"]), FIRST_BYTE],
    },
  ];
}

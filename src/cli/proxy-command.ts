import { namedProxy, parseProxyUrl, proxiesNamed } from "../decide/proxies.ts";
import { discover } from "../discover/discover.ts";
import { FAILURES } from "../messages/failures.ts";
import { type Proxy, proxyId } from "../model/route.ts";
import { carry } from "../tunnel/carry.ts";
import { LOGIN_VARIABLE } from "../tunnel/login.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { outputStream } from "./standard-output.ts";
import { stoppable } from "./stoppable.ts";
import { StoppedError } from "./stopped-error.ts";
import { parseCarriage, parseCarriageOptions } from "./tunnel-options.ts";
import { openWorld } from "./world.ts";

/** What opening the way may take; ssh has a limit of its own. */
const PATIENCE_MS = 30_000;

/** `proxy-command PROXY HOST PORT`: carries standard input and output through the proxy, as ssh wants it. */
export async function runProxyCommand(words: readonly string[], raw: unknown): Promise<ExitCode> {
  const { proxy, host, port } = parseCarriage(words);
  const options = parseCarriageOptions(raw);
  return stoppable(async (signal) => {
    const { machine, network, close } = await openWorld(options, signal);
    try {
      const { settings } = await discover(machine, {}, []);
      const known = [...proxiesNamed([], settings, []).values(), ...handedOn()];
      const failure = await carry({
        to: { host, port },
        proxy: withLogin(namedProxy(proxy), known),
        network,
        from: process.stdin,
        back: outputStream(),
        patienceMs: PATIENCE_MS,
        signal,
      });
      if (failure === "carried") return EXIT.clean;
      // ssh has gone, and nobody listens.
      if (failure.code === "cancelled") return EXIT.incomplete;
      throw new StoppedError(
        `${proxy} leads to no port ${port} of ${host}: ${FAILURES[failure.code]} (${failure.message})`,
      );
    } finally {
      await close();
    }
  });
}

/** The proxy that came with its login in the environment. */
function handedOn(): readonly Proxy[] {
  const value = process.env[LOGIN_VARIABLE];
  return value === undefined || parseProxyUrl(value) === undefined ? [] : [namedProxy(value)];
}

/** The same proxy with the login that somebody has for it; none is in what ssh was given. */
function withLogin(proxy: Proxy, known: readonly Proxy[]): Proxy {
  if (proxy.credentials !== undefined) return proxy;
  const placeOf = ({ username: _, ...endpoint }: Proxy) => proxyId(endpoint);
  const same = known.filter((each) => placeOf(each) === placeOf(proxy) && each.credentials !== undefined);
  return same.at(-1) ?? proxy;
}

import { RequestError, Server } from "proxy-chain";
import { onTestFinished } from "vitest";

/** What a proxy lets through, and whom. */
export type Rules = {
  readonly allows: number;
  readonly login?: { readonly user: string; readonly password: string };
};

/**
 * A real HTTP proxy on loopback until the test ends, that opens tunnels to one port alone, as a rule for ssh would, and
 * reaches every host, whatever it is called, where it stands itself. Gives its port.
 */
export async function startSshProxy({ allows, login }: Rules): Promise<number> {
  const server = new Server({
    host: "127.0.0.1",
    port: 0,
    prepareRequestFunction: ({ request, username, password, port }) => {
      if (login !== undefined && (username !== login.user || password !== login.password)) {
        return { requestAuthentication: true };
      }
      if (port !== allows) throw new RequestError("Access denied", 403);
      request.url = `127.0.0.1:${port}`;
      return {};
    },
  });
  await server.listen();
  onTestFinished(() => server.close(true));
  return server.port;
}

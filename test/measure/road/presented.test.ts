import { once } from "node:events";
import tls, { type TLSSocket } from "node:tls";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { presentedOn } from "../../../src/measure/road/presented.ts";
import { parsed, privateKeyOf } from "../../rig/certificates.ts";
import { startTlsPeer } from "../../rig/peer.ts";
import { pieces } from "../../rig/pki.ts";

type Piece = Awaited<ReturnType<typeof pieces>>["leaf"];

/** A connection to a server that presents these certificates, of which the first is its own. */
async function connectedTo(chain: readonly [Piece, ...Piece[]]): Promise<TLSSocket> {
  const credentials = { cert: chain.map(({ pem }) => pem).join("\n"), key: await privateKeyOf(chain[0]) };
  const port = await startTlsPeer(credentials, () => undefined);
  const socket = tls.connect({ port, host: "127.0.0.1", rejectUnauthorized: false });
  onTestFinished(() => void socket.destroy());
  await once(socket, "secureConnect");
  return socket;
}

const printsOf = (socket: TLSSocket) => presentedOn(socket).map(({ fingerprint256 }) => fingerprint256);
const sentAs = (chain: readonly Piece[]) => chain.map((each) => parsed(each).fingerprint256);

describe("a chain", () => {
  test("that was seen before is known again, and not asked for", async () => {
    const { leaf, lower, upper } = await pieces();
    const chain = [leaf, upper, lower] as const;
    expect(printsOf(await connectedTo(chain))).toEqual(sentAs(chain));
    const again = await connectedTo(chain);
    const asked = vi.spyOn(again, "getPeerX509Certificate");
    expect(printsOf(again)).toEqual(sentAs(chain));
    expect(asked).not.toHaveBeenCalled();
  });

  test("of the same leaf and other links is another one", async () => {
    const { leaf, lower, upper } = await pieces();
    for (const chain of [[leaf], [leaf, lower], [leaf, lower, upper]] as const) {
      expect(printsOf(await connectedTo(chain))).toEqual(sentAs(chain));
    }
  });
});

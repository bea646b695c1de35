import net from "node:net";
import { expect, test } from "vitest";
import { holdClosedPort } from "../../src/lab/closed-port.ts";
import { fareOf } from "./asking.ts";

test("the port refuses connections, and nobody else can come to listen there", async () => {
  const closed = await holdClosedPort();
  try {
    expect(await fareOf(net.connect(closed.port, "127.0.0.1"))).toBe("ECONNREFUSED");
    const intruder = net.createServer();
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      intruder.once("error", resolve).listen(closed.port, "127.0.0.1", () => resolve(undefined));
    });
    intruder.close();
    expect(error?.code).toBe("EADDRINUSE");
  } finally {
    await closed.close();
  }
});

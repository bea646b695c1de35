// Opens sockets in the network that it is started in, and hands them to the process that started it.
import net from "node:net";

process.on("message", ({ id, host, port }) => {
  const server = net.createServer({ pauseOnConnect: true });
  server.once("error", ({ message }) => process.send?.({ id, error: message }));
  server.listen({ host, port }, () => process.send?.({ id }, server, () => server.close()));
});
process.on("disconnect", () => process.exit());

// Passes connections on to a port of this machine's own, and all that is said there so many milliseconds late.
import net from "node:net";

const [port = 0, to = 0, lateMs = 0] = process.argv.slice(2).map(Number);

net
  .createServer({ allowHalfOpen: true }, (caller) => {
    const called = net.connect({ host: "127.0.0.1", port: to, allowHalfOpen: true });
    // Timers of one length end in the order in which they began.
    caller.on("data", (bytes) => setTimeout(() => called.write(bytes), lateMs));
    caller.on("end", () => setTimeout(() => called.end(), lateMs));
    called.pipe(caller);
    /** @type {(one: net.Socket, other: net.Socket) => net.Socket} */
    const endWith = (one, other) =>
      one.on("error", () => other.destroy()).on("close", () => setTimeout(() => other.destroy(), lateMs));
    endWith(caller, called);
    endWith(called, caller);
  })
  .listen(port, "0.0.0.0");

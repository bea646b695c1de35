import type { Talk } from "./peer.ts";

/** Answers a request with these bytes and keeps the connection. */
export function says(text: string | Buffer): Talk {
  return (socket) => socket.once("data", () => socket.write(text));
}

/** Answers a request with these bytes and closes. */
export function saysLast(text: string | Buffer): Talk {
  return (socket) => socket.once("data", () => socket.end(text));
}

/** Answers a request with these bytes, and resets the connection once they are through. */
export function saysAndResets(text: string): Talk {
  return (socket) =>
    socket.once("data", () => socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 30)));
}

/** Says the same again and again, for ever. */
export function repeats(first: string, again: string, everyMs: number): Talk {
  return (socket) => {
    socket.once("data", () => {
      socket.write(first);
      const timer = setInterval(() => socket.write(again), everyMs);
      socket.once("close", () => clearInterval(timer));
    });
  };
}

/** As much of the same as the other side takes. */
export function floods(first: string, again: string): Talk {
  return (socket) => {
    socket.once("data", () => {
      socket.write(first);
      const more = () => {
        while (!socket.destroyed && socket.write(again));
      };
      socket.on("drain", more);
      more();
    });
  };
}

/** An HTTP answer with its length. */
export function answer(status: string, headers: readonly string[], body = ""): string {
  return [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, "", body].join(
    "\r\n",
  );
}

export const reads: Talk = (socket) => socket.resume();
export const closes: Talk = (socket) => socket.end();
export const resets: Talk = (socket) => socket.resetAndDestroy();
export const resetsOnRequest: Talk = (socket) => socket.once("data", () => socket.resetAndDestroy());
export const closesOnRequest: Talk = (socket) => socket.once("data", () => socket.end());

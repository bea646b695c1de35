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
export function saysAndResets(text: string | Buffer): Talk {
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
export function floods(first: string, again: string | Buffer): Talk {
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
export const closes: Talk = (socket) => socket.resume().end();
export const resets: Talk = (socket) => socket.resetAndDestroy();
export const resetsOnRequest: Talk = (socket) => socket.once("data", () => socket.resetAndDestroy());
export const closesOnRequest: Talk = (socket) => socket.once("data", () => socket.end());

/** Says this without being asked, and keeps the connection. */
export function saysAtOnce(text: string | Buffer): Talk {
  return (socket) => socket.resume().write(text);
}

/** Says this without being asked, and closes. */
export function saysAtOnceAndCloses(text: string | Buffer): Talk {
  return (socket) => socket.resume().end(text);
}

/** Answers a request with these bytes, one at a time, and keeps the connection. */
export function drips(text: string | Buffer, everyMs: number): Talk {
  return (socket) =>
    socket.once("data", () => {
      const bytes = [...Buffer.from(text)];
      const timer = setInterval(() => {
        const next = bytes.shift();
        if (next === undefined) clearInterval(timer);
        else socket.write(Buffer.from([next]));
      }, everyMs);
      socket.once("close", () => clearInterval(timer));
    });
}

/** Says each of these to what comes, one after the other, then listens. */
export function saysInTurn(...answers: readonly (string | Buffer | readonly number[])[]): Talk {
  return (socket) => {
    const left = [...answers];
    socket.on("data", () => {
      const next = left.shift();
      if (next !== undefined) socket.write(typeof next === "string" ? next : Buffer.from(next));
    });
  };
}

/** Says each of these in turn, then does that to the connection. */
export function saysInTurnThen(
  answers: readonly (string | readonly number[])[],
  then: (socket: Parameters<Talk>[0]) => void,
): Talk {
  return (socket) => {
    const left = [...answers];
    socket.on("data", () => {
      const next = left.shift();
      if (next === undefined) return;
      const said = typeof next === "string" ? Buffer.from(next, "latin1") : Buffer.from(next);
      // What is reset at once may overtake what was said.
      socket.write(said, () => left.length === 0 && setTimeout(() => then(socket), 30));
    });
  };
}

/** Ends its half of the connection on a request, and stays. */
export const halfCloses: Talk = (socket) => socket.end().resume();

/** Says the same again and again without being asked. */
export function repeatsAtOnce(again: string, everyMs: number): Talk {
  return (socket) => {
    const timer = setInterval(() => socket.write(again), everyMs);
    socket.resume().once("close", () => clearInterval(timer));
  };
}

/** As much of the same as the other side takes, without being asked. */
export function floodsAtOnce(again: string): Talk {
  return (socket) => {
    const more = () => {
      while (!socket.destroyed && socket.write(again));
    };
    socket.resume().on("drain", more);
    more();
  };
}

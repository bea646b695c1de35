import type { Duplex } from "node:stream";
import { harmless } from "../../model/secret-patterns.ts";
import { fault } from "../fault.ts";

/** The longest identification line there may be (RFC 4253, section 4.2). */
const LONGEST_LINE = 255;
/** What may come before it, in characters: a greeting of other lines (the same section). */
const LONGEST_GREETING = 4096;

/**
 * Reads an SSH server's identification and answers with one; where none comes within bounds, the first line that
 * did. An sshd logs a caller who goes without a word as an error, one who named itself as a plain disconnect
 * (OpenSSH 9.2, seen).
 */
export function readBanner(socket: Duplex): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const end = (line: string) => {
      socket.removeAllListeners("data");
      socket.end("SSH-2.0-proxy-doctor\r\n", () => resolve(harmless(line.slice(0, LONGEST_LINE)).trim()));
    };
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
      const identification = identificationIn(text);
      if (identification !== undefined) end(identification);
      else if (text.length >= LONGEST_GREETING) end(firstLineOf(text));
    });
    const gone = () => {
      if (text === "") reject(socket.errored ?? fault("closed", "closed before it said anything"));
      else end(firstLineOf(text));
    };
    socket.once("error", reject).once("end", gone).once("close", gone);
    // What a tunnel broke of before anybody listened, nobody says again.
    if (socket.destroyed) gone();
  });
}

function identificationIn(text: string): string | undefined {
  return /^SSH-(?:[^\n]{251}|[^\n]*(?=\n))/m.exec(text)?.[0];
}

function firstLineOf(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

import type { Duplex } from "node:stream";
import { scrub } from "../model/redact.ts";
import { fault } from "./fault.ts";

/** The longest identification line there may be (RFC 4253, section 4.2). */
const LONGEST_LINE = 255;

/**
 * Reads an SSH server's identification and answers with one. An sshd logs a caller who goes without a word as
 * an error, one who named itself as a plain disconnect (OpenSSH 9.2, seen).
 */
export function readBanner(socket: Duplex): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
      const end = text.indexOf("\n");
      if (end < 0 && text.length < LONGEST_LINE) return;
      socket.removeAllListeners("data");
      const banner = scrub(text.slice(0, end < 0 ? LONGEST_LINE : end)).trim();
      socket.end("SSH-2.0-proxy-doctor\r\n", () => resolve(banner));
    });
    socket.once("error", reject);
    socket.once("end", () => reject(fault("closed", "closed before it said anything")));
  });
}

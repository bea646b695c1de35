import { pamEnv } from "../../formats/pam-env.ts";
import { shell } from "../../formats/shell.ts";
import { assignedIn, commented } from "../assigned-in.ts";
import type { Assigned } from "../proxy-settings.ts";

/** The longest line that pam_env reads whole before Linux-PAM 1.4 (`BUF_SIZE` of its `pam_env.c`), in bytes. */
const LONGEST_LINE = 1023;

const CUT =
  "Logins on Ubuntu 20.04 and older (Linux-PAM before 1.4) are given 1023 bytes of a line: there, put NO_PROXY and no_proxy into /etc/profile.d/proxy.sh, each after `export `.";

/** `/etc/environment` for both of its readers, pam_env and a shell: `KEY="value"` (domain-facts 4.6). */
export function etcEnvironmentFile(assigned: readonly Assigned[], comment: readonly string[]): string {
  const lines = assignedIn(pamEnv, "", assigned);
  const isCut = lines.split("\n").some((line) => /^no_proxy=/i.test(line) && bytesIn(line) > LONGEST_LINE);
  return commented("#", isCut ? [...comment, CUT] : comment) + lines;
}

/** A file that a shell sources: `export KEY="value"` (domain-facts 4.4). */
export function sourcedFile(assigned: readonly Assigned[], comment: readonly string[]): string {
  return assignedIn(shell, commented("#", comment), assigned);
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}

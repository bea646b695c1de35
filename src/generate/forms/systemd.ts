import { systemd } from "../../formats/systemd.ts";
import { assignedIn, commented } from "../assigned-in.ts";
import type { ProxySettings } from "../proxy-settings.ts";

/** A drop-in that gives a unit the variables; per cent signs are doubled in it (domain-facts 4.7). */
export function dropIn({ variables }: ProxySettings, comment: readonly string[]): string {
  return assignedIn(systemd, commented("#", comment), variables);
}

import type { World } from "../world.ts";
import { BYPASS, INSTALLATION } from "./installation.ts";
import { replicatedDefaults } from "./settings.ts";

const { files } = INSTALLATION;
const generous = { ...BYPASS, hosts: [...BYPASS.hosts, "api.replicated.com"] };

/** One entry too many: Replicated goes the direct way, which the firewall has closed. */
export const blockedEgress: World = {
  ...INSTALLATION,
  title: "Replicated bypasses the proxy, its only way out",
  files: { ...files, "/etc/default/replicated": replicatedDefaults(generous) },
};

import type { EgressPolicy, Role } from "../model/installation.ts";
import type { Policy } from "../model/target.ts";

/** Where traffic of each policy should go, in a table's cell. */
export const POLICIES: Readonly<Record<Policy, string>> = {
  "must-direct": "direct",
  "should-direct": "better direct",
  "must-proxy": "proxy",
  either: "either",
};

/** How traffic is meant to leave the network. */
export const EGRESS: Readonly<Record<EgressPolicy, string>> = {
  standard: "standard egress",
  corporate: "corporate egress",
};

/** What this machine is. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  services: "Services machine",
  "nomad-client": "Nomad client",
  workstation: "workstation",
};

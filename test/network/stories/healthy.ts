import { chapter } from "./story.ts";

export const HEALTHY = chapter("nothing is wrong", [
  { name: "on the Services machine", plan: {}, says: [] },
  { name: "on a Nomad client", on: "nomad-client", plan: {}, says: [] },
  { name: "on the administrator's laptop", on: "laptop", plan: {}, says: [] },
  {
    name: "on the Services machine of a corporate network",
    plan: { egress: "corporate", firewall: { open: [] } },
    says: [],
  },
  {
    name: "on a Nomad client of a corporate network",
    on: "nomad-client",
    plan: { egress: "corporate", firewall: { open: [] } },
    says: [],
  },
]);

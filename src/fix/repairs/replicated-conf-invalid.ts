import { parseProxyUrl } from "../../decide/proxies.ts";
import { settingsIn } from "../workspace.ts";
import { assigned, type Repair } from "./repair.ts";

/** The proxy that the broken file means, written as Replicated reads it. */
export const repairReplicatedConfInvalid: Repair<"replicated-conf-invalid"> = ({ args, workspace }) =>
  settingsIn(workspace)
    .filter(({ source }) => source.kind === "file" && source.path === args.path)
    .filter(({ value }) => parseProxyUrl(value) !== undefined)
    .slice(0, 1)
    .map((setting) => assigned(setting, setting.value));

import { proxiesIn } from "../../decide/named-proxies.ts";
import { isJvmOptions } from "../../decide/names.ts";
import { followingsOf } from "../../diagnose/proxies-by-address.ts";
import type { Patch } from "../../model/fix.ts";
import type { Setting } from "../../model/setting.ts";
import { settingsIn } from "../workspace.ts";
import { effective, isRepeatable } from "./effective.ts";
import { assigned, type Repair } from "./repair.ts";

/** A proxy that is named this many times as often as all others together is the one that is meant. */
const CLEAR_MAJORITY = 3;

/** Gives the odd ones the proxy that all the rest of the machine names; nothing where that is not clear. */
export const followMajority: Repair<"proxies-disagree"> = ({ workspace }) => {
  const [usual, ...odd] = followingsOf(settingsIn(workspace));
  const outliers = odd.flatMap(({ settings }) => settings);
  if (usual === undefined || usual.settings.length < CLEAR_MAJORITY * outliers.length) return [];
  const model = usual.settings.find((each) => !isJvmOptions(each.name) && isRepeatable(each));
  const url = model?.value ?? `http://${usual.address}`;
  const patches = outliers.flatMap((setting) =>
    isJvmOptions(setting.name) ? inOptions(setting, usual.address) : [assigned(setting, url)],
  );
  return effective(patches, workspace);
};

function inOptions(setting: Setting, address: string): readonly Patch[] {
  const [, host = "", port = ""] = /^(.*):(\d+)$/.exec(address) ?? [];
  return proxiesIn(setting)
    .filter((proxy) => proxy.address !== address)
    .flatMap((proxy) =>
      proxy.schemes.flatMap((scheme) => [
        { ...assigned(setting, host), property: `${scheme}.proxyHost` },
        ...(proxy.address.endsWith(`:${port}`)
          ? []
          : [{ ...assigned(setting, port), property: `${scheme}.proxyPort` }]),
      ]),
    );
}

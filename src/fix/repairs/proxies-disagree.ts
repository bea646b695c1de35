import { proxiesIn } from "../../decide/named-proxies.ts";
import { isJvmOptions } from "../../decide/names.ts";
import { type Following, followingsOf } from "../../diagnose/proxies-by-address.ts";
import type { Patch } from "../../model/fix.ts";
import type { Setting } from "../../model/setting.ts";
import { settingsIn } from "../workspace.ts";
import { effective, isRepeatable } from "./effective.ts";
import { standingsIn } from "./names-dead-proxy.ts";
import { assigned, type Repair } from "./repair.ts";

/** A proxy that is named this many times as often as all others together is the one that is meant. */
const CLEAR_MAJORITY = 3;

/**
 * Gives the odd ones the proxy that all the rest of the machine names, or the one that was seen to serve where the others
 * are out; nothing where that is not clear.
 */
export const followMajority: Repair<"proxies-disagree"> = ({ workspace, circumstances }) => {
  const known = standingsIn(circumstances);
  const followings = followingsOf(settingsIn(workspace));
  const isOut = ({ address }: Following) => known.get(address) === "out";
  const out = followings.filter(isOut);
  const [usual, ...odd] = followings.filter((each) => !isOut(each));
  const outvoting = settingsOf(odd);
  if (usual === undefined || usual.settings.length < CLEAR_MAJORITY * outvoting.length) return [];
  if (out.length > 0 && known.get(usual.address) !== "serves") return [];
  const outliers = settingsOf([...odd, ...out]);
  const model = usual.settings.find((each) => !isJvmOptions(each.name) && isRepeatable(each));
  const url = model?.value ?? `http://${usual.address}`;
  const patches = outliers.flatMap((setting) =>
    isJvmOptions(setting.name) ? inOptions(setting, usual.address) : [assigned(setting, url)],
  );
  return effective(patches, workspace);
};

function settingsOf(followings: readonly Following[]): readonly Setting[] {
  return followings.flatMap(({ settings }) => settings);
}

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

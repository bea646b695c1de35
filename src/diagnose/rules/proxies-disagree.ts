import { describeSetting } from "../../model/setting.ts";
import { placeOf } from "../misset.ts";
import { followingsOf, isOneEachScheme } from "../proxies-by-address.ts";
import type { Rule } from "../rule.ts";

/** The settings of one machine name different proxies: at least one of them was forgotten when the proxy moved. */
export const proxiesDisagree: Rule<"proxies-disagree"> = (the) => {
  const followings = followingsOf(the.settings);
  const odd = followings[1]?.settings[0];
  if (odd === undefined || isOneEachScheme(the.settings)) return [];
  return [
    {
      about: "machine",
      severity: "warning",
      subject: { setting: describeSetting(odd) },
      args: {
        proxies: followings.map(({ address, settings }) => ({
          proxy: address,
          places: settings.map(placeOf),
        })),
      },
      // One setting of each proxy: a further one of the same proxy is no further disagreement.
      evidence: followings.flatMap(({ settings: [first] }) =>
        first === undefined ? [] : [the.settingId(first)],
      ),
    },
  ];
};

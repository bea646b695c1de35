import { describeSetting } from "../../model/setting.ts";
import type { Case } from "../evidence.ts";
import { placeOf } from "../misset.ts";
import { type Following, followingsOf, isOneEachScheme, passwordsOf } from "../proxies-by-address.ts";
import type { Draft, Rule } from "../rule.ts";
import { standings } from "../standing.ts";

/**
 * The settings of one machine name different proxies, or give a user of one proxy different passwords: at least one of
 * them was forgotten when the proxy moved, or the password was changed.
 */
export const proxiesDisagree: Rule<"proxies-disagree"> = (the) => [
  ...(isOneEachScheme(the.settings) ? [] : disagreement(the, "machine", followingsOf(the.settings))),
  ...passwordsOf(the.settings).flatMap(({ proxy, followings }) => disagreement(the, proxy, followings)),
];

function disagreement(
  the: Case,
  about: string,
  followings: readonly Following[],
): readonly Draft<"proxies-disagree">[] {
  const odd = followings[1]?.settings[0];
  if (odd === undefined) return [];
  const standing = standings(the);
  return [
    {
      about,
      severity: "warning",
      subject: { setting: describeSetting(odd) },
      args: {
        proxies: followings.map(({ address, settings }) => {
          const shown = standing.get(address);
          return { proxy: address, places: settings.map(placeOf), ...(shown && { standing: shown }) };
        }),
      },
      // One setting of each: a further one of the same is no further disagreement.
      evidence: followings.flatMap(({ settings: [first] }) =>
        first === undefined ? [] : [the.settingId(first)],
      ),
    },
  ];
}

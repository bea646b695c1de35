import { joinedByBars, optionPatches, propertiesIn } from "./jvm-properties.ts";
import type { Repair } from "./repair.ts";

/** Writes the list with `|` between its entries. */
export const barsBetween: Repair<"jvm-bypass-separator"> = ({ settings }) =>
  settings.slice(0, 1).flatMap((setting) => {
    const list = propertiesIn(setting).get("http.nonProxyHosts") ?? "";
    return optionPatches(setting, [{ property: "http.nonProxyHosts", value: joinedByBars(list) }]);
  });

/** Moves the entries of the list that nothing reads into the one that serves both schemes. */
export const oneListForBoth: Repair<"jvm-https-bypass-property"> = ({ settings }) =>
  settings.slice(0, 1).flatMap((setting) => {
    const properties = propertiesIn(setting);
    const unread = properties.get("https.nonProxyHosts");
    if (unread === undefined) return [];
    const list = joinedByBars(properties.get("http.nonProxyHosts") ?? "", unread);
    return optionPatches(setting, [
      { property: "https.nonProxyHosts" },
      ...(list === "" ? [] : [{ property: "http.nonProxyHosts", value: list }]),
    ]);
  });

import { optionPatches, propertiesIn } from "./jvm-properties.ts";
import type { Repair } from "./repair.ts";

const DISABLED = "jdk.http.auth.tunneling.disabledSchemes";

/** Takes Basic off the schemes that a JVM refuses in tunnels; it is the only one where none are named. */
export const basicInTunnels: Repair<"jvm-basic-auth-disabled"> = ({ settings }) =>
  settings.slice(0, 1).flatMap((setting) => {
    const schemes = (propertiesIn(setting).get(DISABLED) ?? "").split(",");
    const others = schemes.filter((scheme) => scheme.trim().toLowerCase() !== "basic");
    return optionPatches(setting, [{ property: DISABLED, value: others.join(",") }]);
  });

import { isMalformedHost, meantPlace, portPropertyOf } from "../../diagnose/jvm-place.ts";
import { type Change, optionPatches, propertiesIn } from "./jvm-properties.ts";
import type { Repair } from "./repair.ts";

/** Leaves nothing but the host, and sets the port that stood beside it where none is set. */
export const bareProxyHost: Repair<"jvm-proxy-host-malformed"> = ({ args, settings }) =>
  settings.slice(0, 1).flatMap((setting) => {
    const properties = propertiesIn(setting);
    const changes = args.properties.flatMap((property): readonly Change[] => {
      const value = properties.get(property) ?? "";
      const place = meantPlace(value);
      if (!isMalformedHost(value) || place === undefined) return [];
      const portProperty = portPropertyOf(property);
      const host = { property, value: place.host };
      if (place.port === undefined || properties.has(portProperty)) return [host];
      return [host, { property: portProperty, value: String(place.port) }];
    });
    return optionPatches(setting, changes);
  });

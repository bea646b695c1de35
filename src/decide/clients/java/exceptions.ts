import type { Because } from "../../../model/client.ts";
import { step } from "../common/settings.ts";
import type { Properties } from "./properties.ts";

/** Added to every list but an empty one, and the whole list where none is set (`DefaultProxySelector`). */
const BUILT_IN = ["localhost", "127.*", "[::1]", "0.0.0.0", "[::0]"];

/**
 * The pattern that spares a host from the proxy, from the list under `property` or built in. The whole host
 * must match; `*` stands for anything at either end of a pattern and nowhere else. Nothing is trimmed.
 *
 * @param host in lower case, IPv6 within brackets
 */
export function javaException(properties: Properties, property: string, host: string): Because | undefined {
  const list = properties.get(property);
  const entry = list?.value.split("|").find((pattern) => matches(pattern.toLowerCase(), host));
  if (list !== undefined && entry !== undefined) return step(list, "bypasses", entry);
  if (list?.value === "") return undefined;
  const builtIn = BUILT_IN.find((pattern) => matches(pattern, host));
  return builtIn === undefined ? undefined : step({ name: "built-in", origin: "java" }, "bypasses", builtIn);
}

function matches(pattern: string, host: string): boolean {
  const openStart = pattern.startsWith("*");
  const openEnd = pattern.endsWith("*");
  const text = pattern.slice(
    Number(openStart),
    Math.max(pattern.length - Number(openEnd), Number(openStart)),
  );
  if (openStart && openEnd) return host.includes(text);
  if (openStart) return host.endsWith(text);
  return openEnd ? host.startsWith(text) : host === text;
}

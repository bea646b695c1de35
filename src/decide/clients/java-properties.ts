import { jvmSplittingOf, readJvmOptions } from "../../formats/jvm-options.ts";
import type { Environment } from "../../model/client.ts";

/** A system property, and the option that set it: `name` reads `JVM_OPTS -Dhttp.proxyHost`. */
export type Property = { readonly name: string; readonly value: string; readonly origin: string };

/** System properties by their names, which are case-sensitive. */
export type Properties = ReadonlyMap<string, Property>;

/**
 * The system properties a JVM starts with. It reads `JAVA_TOOL_OPTIONS` itself, then its command line, which
 * the launcher begins with `JDK_JAVA_OPTIONS` and a wrapper script fills from variables of its own, and last
 * `_JAVA_OPTIONS`; a later value replaces an earlier one (noproxy-semantics 8).
 */
export function readProperties(environment: Environment): Properties {
  const named = (name: string) => environment.filter((variable) => variable.name === name);
  const variables = [
    ...named("JAVA_TOOL_OPTIONS"),
    ...named("JDK_JAVA_OPTIONS"),
    ...environment.filter((variable) => variable.onCommandLine),
    ...named("_JAVA_OPTIONS"),
  ];
  const properties = new Map<string, Property>();
  for (const variable of variables) {
    for (const { name, value } of readJvmOptions(variable.value, jvmSplittingOf(variable.name))) {
      properties.set(name, { name: `${variable.name} -D${name}`, value, origin: variable.origin });
    }
  }
  return properties;
}

/** A property read as `Integer.decode` reads it (`0x0C38`, `010` octal, a sign); 0 where that fails. */
export function integerProperty(properties: Properties, name: string): number {
  const match = /^([+-]?)(?:(?:0x|#)([0-9a-f]+)|0([0-7]+)|(0|[1-9]\d*))$/i.exec(
    properties.get(name)?.value ?? "",
  );
  if (match === null) return 0;
  const [, sign, hex, octal, decimal = ""] = match;
  const size =
    hex !== undefined
      ? Number.parseInt(hex, 16)
      : octal !== undefined
        ? Number.parseInt(octal, 8)
        : Number(decimal);
  const value = sign === "-" ? -size : size;
  return value === Math.trunc(value) && value >= -(2 ** 31) && value < 2 ** 31 ? value : 0;
}

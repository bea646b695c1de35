import {
  jvmSplittingOf,
  meantJvmOptions,
  readJvmOptions,
  strayJvmWord,
} from "../../../formats/jvm-options.ts";
import type { Environment, Variable } from "../../../model/client.ts";
import { atLeast } from "../common/version.ts";

/** A system property, and the option that set it: `name` reads `JVM_OPTS -Dhttp.proxyHost`. */
export type Property = { readonly name: string; readonly value: string; readonly origin: string };

/** System properties by their names, which are case-sensitive. */
export type Properties = ReadonlyMap<string, Property>;

/**
 * The variables that hold a JVM's options, in the order in which it reads them: `JAVA_TOOL_OPTIONS`, then its
 * command line, which the launcher begins with `JDK_JAVA_OPTIONS` (from Java 9) and a wrapper script fills from
 * variables of its own, and last `_JAVA_OPTIONS` (noproxy-semantics 8).
 */
export function optionVariables(environment: Environment, version: string): readonly Variable[] {
  const named = (name: string) => environment.filter((variable) => variable.name === name);
  return [
    ...named("JAVA_TOOL_OPTIONS"),
    ...(atLeast(version, "9") ? named("JDK_JAVA_OPTIONS") : []),
    ...environment.filter((variable) => variable.onCommandLine),
    ...named("_JAVA_OPTIONS"),
  ];
}

/** What keeps the JVM from starting: the variable, the word that it stumbles over, and why; `undefined` if nothing does. */
export function startFault(
  variables: readonly Variable[],
): { readonly variable: Variable; readonly word?: string; readonly why: string } | undefined {
  for (const variable of variables) {
    const stray = strayJvmWord(variable.value, jvmSplittingOf(variable.name));
    if (stray === "unclosed") return { variable, why: "a quote in its options is never closed" };
    if (stray !== undefined) return { variable, word: stray.word, why: "a word among its options is none" };
  }
  return undefined;
}

/** The system properties a JVM starts with; a later value replaces an earlier one. */
export function readProperties(variables: readonly Variable[]): Properties {
  return propertiesOf(variables, readJvmOptions);
}

/** The same as whoever wrote them means them, with the blanks at which a JVM ends them. */
export function meantProperties(variables: readonly Variable[]): Properties {
  return propertiesOf(variables, meantJvmOptions);
}

function propertiesOf(variables: readonly Variable[], read: typeof readJvmOptions): Properties {
  const properties = new Map<string, Property>();
  for (const variable of variables) {
    for (const { name, value } of read(variable.value, jvmSplittingOf(variable.name))) {
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

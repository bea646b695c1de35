import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { jvmSplittingOf, readJvmOptions } from "../../src/formats/jvm-options.ts";
import type { LeftOut } from "./conform.ts";
import { type Case, inOwnFolder, keepAsking, printed, runEach, type Subject } from "./subject.ts";

/** To a name beyond ASCII Java gives no ASCII form, and it takes no hexadecimal address. */
export function cannotLookUp(host: string): boolean {
  return /[^\p{ASCII}]|^0x/u.test(host);
}

/** Elsewhere than in Java, 010 is octal. */
export const OCTAL: LeftOut = {
  because: "Java takes 010.0.1.5 for 10.0.1.5, so that a direct call by TLS is seen as one to another host",
  when: ({ url }) => url.startsWith("https://010."),
};

/**
 * One JVM that is given the system properties of each case in turn. That a JVM started with the options has
 * these properties is for `eachJvm` to show.
 */
export function oneJvm(): Promise<Subject> {
  return inOwnFolder(async (classes) => {
    await compileTo(classes);
    return keepAsking("java", await javaVersion(), ["java", "-cp", classes, "Call"], lineFor);
  });
}

function lineFor({ environment, url }: Case): string {
  const properties = Object.entries(environment).flatMap(([name, value]) => {
    return readJvmOptions(value, jvmSplittingOf(name)).flatMap((each) => [each.name, each.value]);
  });
  return [url, ...properties].map(encodeURIComponent).join("\t");
}

/** A JVM for each case, started by a script that puts `$JVM_OPTS` on its command line. */
export function eachJvm(): Promise<Subject> {
  const script = 'exec java $JVM_OPTS -XX:TieredStopAtLevel=1 -cp "$0" Call "$1"';
  return inOwnFolder(async (classes) => {
    await compileTo(classes);
    return runEach("java", await javaVersion(), ({ url }) => ["sh", "-c", script, classes, url]);
  });
}

function javaVersion(): Promise<string | undefined> {
  return printed(["java", "-version"], /version "([^"]+)"/);
}

/** Compiles `Call` into a folder of classes. */
export async function compileTo(folder: string): Promise<void> {
  const source = fileURLToPath(new URL("./drivers/java/Call.java", import.meta.url));
  await promisify(execFile)("javac", ["-nowarn", "-d", folder, source]);
}

import { holdsJvmOptions, mattersToProxying, namesProxy } from "../formats/relevant.ts";

/** Whether a setting decides about proxying; others say whom to trust. */
export function isAboutProxies(name: string): boolean {
  return mattersToProxying(name);
}

/** Whether a setting's value is a proxy. */
export function isProxy(name: string): boolean {
  return namesProxy(name);
}

/** Whether a setting's value is a list of exceptions, joined by commas. */
export function isBypassList(name: string): boolean {
  return /(?:^|[.-])no[_-]?proxy$/i.test(name);
}

/** Whether a setting's value is a JVM's options. */
export function isJvmOptions(name: string): boolean {
  return holdsJvmOptions(name);
}

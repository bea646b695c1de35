import { keepMarkers } from "../model/mark.ts";
import { maskCredentials, maskJvmOptions, maskProxyValue } from "../model/redact.ts";
import { holdsJvmOptions, namesProxy } from "./relevant.ts";

/** A setting's value without what is secret in it. */
export function maskValue(name: string, value: string, mark = keepMarkers): string {
  if (namesProxy(name)) return maskProxyValue(value, mark);
  return holdsJvmOptions(name) ? maskJvmOptions(value, mark) : maskCredentials(value, mark);
}

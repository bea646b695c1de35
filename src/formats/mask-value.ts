import { maskCredentials, maskJvmOptions, maskProxyValue } from "../model/redact.ts";
import { holdsJvmOptions, namesProxy } from "./relevant.ts";

/** A setting's value without what is secret in it. */
export function maskValue(name: string, value: string): string {
  if (namesProxy(name)) return maskProxyValue(value);
  return holdsJvmOptions(name) ? maskJvmOptions(value) : maskCredentials(value);
}

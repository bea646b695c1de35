/** What says in the place of a proxy that there is to be none: `DIRECT` in apt.conf, and what people write to that end. */
const NO_PROXY_AT_ALL = /^(?:DIRECT|false|none)?$/i;

/** Whether a proxy's value means, to whoever wrote it, that there is to be no proxy; apt goes direct by all of these. */
export function meansNoProxy(value: string): boolean {
  return NO_PROXY_AT_ALL.test(value.trim());
}

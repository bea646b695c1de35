import type { Headers } from "../model/phase.ts";

/** Products of which a `server` header may tell, and what their versions look like. */
const SERVER =
  /^(?:(?:squid|nginx|apache|haproxy|envoy|tinyproxy|mitmproxy|openresty|varnish|ats|microsoft-iis|github\.com|ec2ws|amazons3|amazonec2|awselb)(?:\/[\d.]+)?)$/i;

/** What a header says that says nothing of anybody. */
const HARMLESS: Readonly<Record<string, RegExp>> = {
  age: /^\d{1,10}$/,
  date: /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/,
  "content-length": /^\d{1,15}$/,
  "content-type":
    /^(?:text\/(?:html|plain|xml)|application\/(?:json|xml|octet-stream))(?:; ?charset="?utf-8"?)?$/i,
  "docker-distribution-api-version": /^registry\/2\.0$/,
  server: SERVER,
};

/** The length of a text, in its place. */
export function noteOf(text: string): string {
  return text === "" ? "" : `(${text.length} characters)`;
}

/** Headers with a note in place of every value that may tell of somebody. Their names stay: some of them decide. */
export function sharedHeaders(headers: Headers): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      HARMLESS[name]?.test(value) ? value : noteOf(value),
    ]),
  );
}

import { MASK } from "../../model/mark.ts";

type Sent = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, string | string[] | undefined>>;

/** Headers of requests whose values nobody may see; some answers repeat what they were asked with. */
const SECRET_HEADERS: readonly string[] = ["x-aws-ec2-metadata-token", "proxy-authorization"];

/** What is shorter is found where it was not meant, in any date. */
const SHORTEST = 6;

/** The secrets of a request, each as it is sent, as it is meant, and as a page may spell it. */
function secretsIn(sent: Sent): readonly string[] {
  return SECRET_HEADERS.flatMap((name) => sent[name] ?? []).flatMap((value) => {
    const secret = value.replace(/^Basic /, "");
    const login = secret === value ? [] : [Buffer.from(secret, "base64").toString("latin1")];
    return [secret, ...login].flatMap(spellingsOf).filter(({ length }) => length >= SHORTEST);
  });
}

/** A text as such, percent-encoded, and what base64 makes of it wherever in a longer text it stands. */
function spellingsOf(text: string): readonly string[] {
  const within = [0, 1, 2].map((offset) => {
    const bytes = Buffer.from(`${" ".repeat(offset)}${text}`, "latin1");
    // What depends on the neighbours too is left out: the first four characters and up to four at the end.
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
    return offset === 0 ? whole : whole.slice(4);
  });
  return [text, encodeURIComponent(text), ...within];
}

/** The headers of an answer without the secrets of the request that it answers. */
export function headersWithout(headers: Fields, sent: Sent): Fields {
  const secrets = secretsIn(sent);
  if (secrets.length === 0) return headers;
  const hide = (value: string) => hidden(value, secrets);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(hide) : value && hide(value),
    ]),
  );
}

/** The body of an answer without the secrets of the request that it answers. */
export function bodyWithout(body: Buffer, sent: Sent): Buffer {
  const secrets = secretsIn(sent);
  return secrets.length === 0 ? body : Buffer.from(hidden(body.toString("latin1"), secrets), "latin1");
}

function hidden(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, MASK), text);
}

import { isUtf8 } from "node:buffer";
import { MASK } from "../../model/mark.ts";
import { placesOf, type Spelling, spellingsOf } from "./spellings.ts";

type Sent = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, string | string[] | undefined>>;

/** Headers of requests whose values nobody may see; some answers repeat what they were asked with. */
const SECRET_HEADERS: readonly string[] = ["x-aws-ec2-metadata-token", "proxy-authorization"];

/** Every form of a request's secrets: of a login the whole, and what is secret in it, which is repeated alone. */
function secretsIn(sent: Sent): readonly Spelling[] {
  return SECRET_HEADERS.flatMap((name) => sent[name] ?? []).flatMap((value) => {
    const encoded = value.replace(/^Basic /, "");
    if (encoded === value) return spellingsOf(Buffer.from(value));
    const login = Buffer.from(encoded, "base64");
    return [Buffer.from(encoded), login, secretOf(login)].flatMap(spellingsOf);
  });
}

/** The password; the user where that is missing or a well-known word, since the user is a token then. */
function secretOf(login: Buffer): Buffer {
  const colon = login.indexOf(":");
  const password = login.subarray(colon + 1);
  return ["", "x-oauth-basic"].includes(password.toString("latin1")) ? login.subarray(0, colon) : password;
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
  if (secrets.length === 0) return body;
  const encoding = isUtf8(body) ? "utf8" : "latin1";
  return Buffer.from(hidden(body.toString(encoding), secrets), encoding);
}

function hidden(text: string, secrets: readonly Spelling[]): string {
  const places = [...placesOf(text, secrets)].sort(([one], [other]) => one - other);
  let shown = "";
  let done = 0;
  for (const [from, to] of places) {
    if (from >= done) shown += `${text.slice(done, from)}${MASK}`;
    done = Math.max(done, to);
  }
  return `${shown}${text.slice(done)}`;
}

import { MASK, maskCredentials, scrub } from "../../model/redact.ts";

/** Words that name a secret, within the name of a field. The repetitions are bounded: no text takes long. */
const SECRET_NAME = String.raw`[\w-]{0,40}(?:token|passw(?:or)?d|secret|credential|api[_-]?key|signature|session[_-]?id)[\w-]{0,40}`;

/** A value and what is before it, which is kept. */
const SECRETS: readonly RegExp[] = [
  // JSON: a string with its escapes, closed or cut off, or anything else up to the next comma.
  new RegExp(
    String.raw`("${SECRET_NAME}"\s{0,20}:\s{0,20})(?:"(?:\\.|[^"\\]){0,4096}"?|[^\s",}\]]{1,4096})`,
    "gis",
  ),
  // A parameter of a URL or a form.
  new RegExp(String.raw`(\b${SECRET_NAME}=)[^\s&"'<>;]{1,4096}`, "gi"),
  // A field of a page.
  new RegExp(
    String.raw`(name=["']?${SECRET_NAME}["']?[^<>]{0,200}?\bvalue=)["']?[^"'<>\s]{1,4096}["']?`,
    "gi",
  ),
  // An XML element, as AWS answers.
  new RegExp(`(<${SECRET_NAME}>)[^<]{1,4096}`, "gi"),
  // A JSON web token, and an AWS access key, by their looks (RFC 7519; IAM user guide, "unique identifiers").
  /()\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /()\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
];

/** The text of a body as a report may show it: no control characters, no credentials, nothing like a token. */
export function excerpt(body: Buffer): string {
  const text = maskCredentials(body.toString("utf8"));
  return scrub(SECRETS.reduce((masked, pattern) => masked.replace(pattern, `$1${MASK}`), text));
}

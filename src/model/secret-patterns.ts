import { MASK } from "./mark.ts";
import { maskCredentials, scrub } from "./redact.ts";

/** What a secret looks like, or what stands before one; the groups that a pattern has are kept. */
type SecretPattern = {
  readonly what: string;
  /** Where its form is described. */
  readonly source: string;
  readonly pattern: RegExp;
};

/**
 * Words that name a secret, within the name of a field; to bypass is another word than to give a pass. The repetitions
 * are bounded: no text takes long.
 */
const NAME = String.raw`[\w-]{0,40}(?:token|pass(?:w(?:or)?d|phrase|code)|(?<!by-?)pass(?![a-z])|pwd|secret|credential|api[_-]?key|access[_-]?key|signature|session[_-]?id)[\w-]{0,40}`;

/** Fields of HTTP that hold nothing but secrets. */
const FIELD = "(?:proxy-)?authorization|(?:set-)?cookie|x-aws-ec2-metadata-token|x-amz-security-token";

/** What stands before the colon in "/etc/passwd: permission denied" is a file, and what follows is said of it. */
const END_OF_PATH = String.raw`[/\\][\w.-]{0,80}`;

const STRING = String.raw`"(?:\\.|[^"\\]){0,4096}"?`;

/** Every kind of secret that is known by its looks or by its neighbours, in the order in which they are masked. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  {
    what: "a private key",
    source: "RFC 7468",
    pattern: /()-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{0,4096}?(?:-----END [A-Z ]{0,40}-----|$)/g,
  },
  {
    what: "a field of a request or an answer that a page repeats",
    source: "RFC 9110, 11.6 and 11.7; RFC 6265; EC2 user guide, IMDSv2; Signature Version 4",
    pattern: new RegExp(
      String.raw`(\b(?:${FIELD})["']?\s{0,5}[:=]\s{0,5})(?:${STRING}|[^\r\n<"]{1,4096})`,
      "gi",
    ),
  },
  {
    what: "a string of JSON, closed or cut off, or anything else up to the next comma",
    source: "RFC 8259",
    pattern: new RegExp(String.raw`("${NAME}"\s{0,20}:\s{0,20})(?:${STRING}|[^\s",}\]]{1,4096})`, "gis"),
  },
  {
    what: "a field of a page",
    source: "HTML",
    pattern: new RegExp(
      String.raw`(name=["']?${NAME}["']?[^<>]{0,200}?\bvalue=)["']?[^"'<>\s]{1,4096}["']?`,
      "gi",
    ),
  },
  {
    what: "an element of XML, as AWS answers",
    source: "AWS STS API reference, Credentials",
    pattern: new RegExp(`(<${NAME}>)[^<]{1,4096}`, "gi"),
  },
  {
    what: "a parameter of a URL or a form, a line of a settings file",
    source: "S3 user guide, presigned URLs and query string authentication; ~/.aws/credentials",
    pattern: new RegExp(
      String.raw`(\b(?:${NAME}|sig)(?:=|\s{1,3}=\s{0,3}|:|(?<!${END_OF_PATH}):\s{1,3}))[^\s&"'<>;,]{1,4096}`,
      "gi",
    ),
  },
  {
    what: "what follows the scheme of a login, and is no parameter",
    source: "RFC 9110, 11.4 (token68); RFC 6750",
    pattern:
      /(\b(?:Basic|Bearer|Negotiate|NTLM)[ \t]{1,5})(?=\S{0,4096}?[A-Z\d=+/])[\w.~+/-]{8,4096}=*(?![\w.~+/="-])/g,
  },
  { what: "a JSON web token", source: "RFC 7519", pattern: /()\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g },
  {
    what: "an AWS access key",
    source: "IAM user guide, unique identifiers",
    pattern: /()\b(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g,
  },
  {
    what: "a token of the metadata service",
    source: "EC2 user guide, IMDSv2: those that are seen begin so",
    pattern: /()(?<![\w/+-])AQAE[\w/+-]{20,200}={0,2}/g,
  },
  {
    what: "a token of GitHub",
    source: "GitHub docs, authentication token prefixes",
    pattern: /()\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255})/g,
  },
  {
    what: "a token of CircleCI",
    source: "CircleCI docs, managing API tokens",
    pattern: /()\bCCI(?:PAT|PRJ)_\w{10,255}/g,
  },
];

/** Text that came from elsewhere, without what is or may be a secret in it. */
export function maskSecrets(text: string): string {
  return SECRET_PATTERNS.reduce(
    (masked, { pattern }) => masked.replace(pattern, `$1${MASK}`),
    maskCredentials(text),
  );
}

/** Text that came from elsewhere, as a report or a terminal may hold it: no secret, no control character. */
export function harmless(text: string): string {
  return scrub(maskSecrets(text));
}

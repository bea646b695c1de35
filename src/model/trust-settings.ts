/** Environment variables whose value is a store: of botocore, requests, curl, OpenSSL and Go, Node, git. */
const VARIABLES: readonly string[] = [
  "AWS_CA_BUNDLE",
  "REQUESTS_CA_BUNDLE",
  "CURL_CA_BUNDLE",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "NODE_EXTRA_CA_CERTS",
  "GIT_SSL_CAINFO",
  "GIT_SSL_CAPATH",
];

/** What the settings files of the AWS command, curl and wget call it. */
const OPTIONS: readonly string[] = ["ca_bundle", "--cacert", "--capath", "ca_certificate", "ca_directory"];

/** The same of git and apt, for one host or for all. */
const PATTERNS: readonly RegExp[] = [
  /^http\.(?:.+\.)?sslca(?:info|path)$/,
  /^Acquire::https::(?:.+::)?CaInfo$/i,
];

/** Whether a setting's value is a path of authorities, a file or a directory, that a client is to go by. */
export function namesTrustStore(name: string): boolean {
  return VARIABLES.includes(name) || OPTIONS.includes(name) || PATTERNS.some((pattern) => pattern.test(name));
}

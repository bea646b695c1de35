import type { ClientName } from "../../../src/model/client.ts";
import type { Named } from "./named.ts";

/** What a program is started with: variables, and options that its model has among them. */
export type TrustCase = {
  readonly environment: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, string>>;
};

const VARIABLES = [
  ...["SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "AWS_CA_BUNDLE"],
  ...["NODE_EXTRA_CA_CERTS", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH"],
] as const;

/** The options by which a program is told a file, and a directory. */
const OPTIONS: { readonly [C in ClientName]?: readonly string[] } = {
  curl: ["--cacert", "--capath"],
  wget: ["ca_certificate", "ca_directory"],
  apt: ["Acquire::https::CAInfo"],
  git: ["http.sslcainfo", "http.sslcapath"],
};

/** A case of which nothing is expected, with the reason. */
type LeftOut = {
  readonly because: string;
  readonly variables: readonly string[];
  readonly value: keyof Named;
};

const LEFT_OUT: { readonly [C in ClientName]?: LeftOut } = {
  "python-urllib": {
    because: "OpenSSL 3 takes a file, too, for a directory of its own kind; OpenSSL 1.1 does not",
    variables: ["SSL_CERT_DIR"],
    value: "file",
  },
  "python-requests": {
    because: "Debian's urllib3 goes by the system's bundle besides a directory; urllib3 itself does not",
    variables: ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"],
    value: "directory",
  },
};

/** Every variable and option with each kind of value, and those that stand in each other's way. */
export function casesOf(client: ClientName, named: Named): readonly TrustCase[] {
  return [
    { environment: {} },
    ...(client === "java" ? javaCases(named) : singleCases(client, named)),
    ...combinedCases(named),
    ...optionCases(client, named),
  ];
}

function singleCases(client: ClientName, named: Named): readonly TrustCase[] {
  const { file, other, directory, missing, empty } = named;
  const values = [file, directory, missing, empty, "", `${file}:${other}`, `${missing}:${directory}`];
  const left = LEFT_OUT[client];
  return VARIABLES.flatMap((variable) =>
    values
      .filter((value) => !(left?.variables.includes(variable) && value === named[left.value]))
      .map((value) => ({ environment: { [variable]: value } })),
  );
}

function combinedCases({ file, other, directory, missing, empty }: Named): readonly TrustCase[] {
  const environments: readonly TrustCase["environment"][] = [
    { SSL_CERT_FILE: file, SSL_CERT_DIR: directory },
    { SSL_CERT_FILE: missing, SSL_CERT_DIR: directory },
    { SSL_CERT_FILE: "", SSL_CERT_DIR: directory },
    { SSL_CERT_FILE: file, SSL_CERT_DIR: missing },
    { SSL_CERT_FILE: missing, SSL_CERT_DIR: missing },
    { SSL_CERT_FILE: empty, SSL_CERT_DIR: missing },
    { CURL_CA_BUNDLE: file, SSL_CERT_FILE: other, SSL_CERT_DIR: directory },
    { CURL_CA_BUNDLE: "", SSL_CERT_FILE: other },
    { REQUESTS_CA_BUNDLE: file, CURL_CA_BUNDLE: other },
    { REQUESTS_CA_BUNDLE: "", CURL_CA_BUNDLE: other },
    { REQUESTS_CA_BUNDLE: missing, CURL_CA_BUNDLE: other },
    { AWS_CA_BUNDLE: file, REQUESTS_CA_BUNDLE: other },
    { AWS_CA_BUNDLE: "", REQUESTS_CA_BUNDLE: other },
    { AWS_CA_BUNDLE: missing, REQUESTS_CA_BUNDLE: other },
    { GIT_SSL_CAINFO: file, GIT_SSL_CAPATH: directory },
    { GIT_SSL_NO_VERIFY: "" },
    { GIT_SSL_NO_VERIFY: "false" },
    { NODE_TLS_REJECT_UNAUTHORIZED: "0" },
    { NODE_OPTIONS: "--use-openssl-ca" },
    { NODE_OPTIONS: "--use-openssl-ca --use-bundled-ca" },
    { NODE_OPTIONS: "--use-openssl-ca", SSL_CERT_FILE: file },
    { NODE_OPTIONS: "--use-openssl-ca", SSL_CERT_DIR: directory },
    { NODE_OPTIONS: "--use-openssl-ca", SSL_CERT_FILE: file, NODE_EXTRA_CA_CERTS: other },
  ];
  return environments.map((environment) => ({ environment }));
}

function javaCases({ file, directory, keystore, missing, empty }: Named): readonly TrustCase[] {
  const values = [keystore, file, directory, missing, empty, ""];
  return values.flatMap((value) => {
    const option = `-Djavax.net.ssl.trustStore=${value}`;
    return [{ environment: { JAVA_TOOL_OPTIONS: option } }, { environment: { JDK_JAVA_OPTIONS: option } }];
  });
}

/** Options alone, and with variables that they are to beat. */
function optionCases(
  client: ClientName,
  { file, other, directory, missing, empty }: Named,
): readonly TrustCase[] {
  const besides = { CURL_CA_BUNDLE: other, SSL_CERT_FILE: other, GIT_SSL_CAINFO: other };
  return (OPTIONS[client] ?? []).flatMap((name) =>
    // To curl an option with an empty value is one that lacks it.
    [file, directory, missing, empty, ...(client === "curl" ? [] : [""])].flatMap((value) => [
      { environment: {}, options: { [name]: value } },
      { environment: besides, options: { [name]: value } },
    ]),
  );
}

/** How each program is told of a store in which there is an authority that is no root. */
export function namingIntermediate(client: ClientName, named: Named): TrustCase {
  const { intermediate, intermediateKeystore } = named;
  const [option] = OPTIONS[client] ?? [];
  if (option !== undefined) return { environment: {}, options: { [option]: intermediate } };
  const environment = {
    SSL_CERT_FILE: intermediate,
    REQUESTS_CA_BUNDLE: intermediate,
    NODE_EXTRA_CA_CERTS: intermediate,
    JAVA_TOOL_OPTIONS: `-Djavax.net.ssl.trustStore=${intermediateKeystore}`,
  };
  return { environment };
}

/** How each program is told of a store with a root. */
export function namingRoot(client: ClientName, named: Named): TrustCase {
  const { environment, options } = namingIntermediate(client, { ...named, intermediate: named.file });
  return options === undefined ? { environment } : { environment, options };
}

import type { ClientName, Environment } from "../model/client.ts";
import { VERSION_COMMANDS } from "../model/program.ts";
import { readHttpUrl } from "../model/url.ts";
import { partCommand } from "../parts/program.js";
import type { Program } from "./run-program.ts";

/** Python, with a module and one call of it. */
function python(module: string, version: string, call: string): Program {
  return {
    name: module === "urllib.request" ? "python3" : `python3 with ${module}`,
    version: {
      command: ["python3", "-c", `import sys, ${module}; print(${version})`],
      pattern: /^(\d\S*)/,
    },
    command: (url) => ["python3", "-W", "ignore", "-c", `import sys, ssl, ${module}; ${call}`, url],
  };
}

/** The words of a JVM's command line, for a launcher that takes them with `-J` before each. */
function javaOptions(environment: Environment): readonly string[] {
  const words = environment
    .filter(({ onCommandLine }) => onCommandLine)
    .flatMap(({ value }) => value.split(/\s+/));
  return words.filter(Boolean).map((word) => `-J${word}`);
}

/** `host:port` of a URL. */
function placeIn(url: string): string {
  const { host, port } = readHttpUrl(url) ?? { host: "", port: 0 };
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

const GO_PROGRAMS: readonly Program[] = [
  {
    // Asks the registry for an image's manifest itself, without the daemon.
    name: "docker",
    version: VERSION_COMMANDS.docker,
    command: (url) => {
      const place = placeIn(url);
      return url.startsWith("https:")
        ? ["docker", "manifest", "inspect", "--insecure", `${place}/any`]
        : ["docker", "-H", `tcp://${place}`, "version"];
    },
    settings: { DOCKER_CLI_EXPERIMENTAL: "enabled" },
  },
];

/** A library that comes with proxy-doctor: the program that calls it is its own. */
function library(name: "undici" | "proxy-agent"): Program {
  return {
    name,
    version: { command: partCommand("library-caller", [name, "--version"]), pattern: /^(\d\S*)/ },
    command: (url) => partCommand("library-caller", [name, url]),
  };
}

/**
 * The programs by which each client can be seen, the first that is installed counting. None of them follows a
 * redirect, tries twice or checks a certificate.
 */
export const PROGRAMS: Readonly<Record<ClientName, readonly Program[]>> = {
  curl: [
    {
      name: "curl",
      version: VERSION_COMMANDS.curl,
      command: (url) => ["curl", "-sk", "-o", "/dev/null", url],
    },
  ],
  wget: [
    {
      name: "wget",
      version: VERSION_COMMANDS.wget,
      command: (url) => ["wget", "-q", "-O", "/dev/null", "-t", "1", "--no-check-certificate", url],
    },
  ],
  apt: [
    {
      name: "apt",
      version: VERSION_COMMANDS.apt,
      command: (url) => [
        "/usr/lib/apt/apt-helper",
        ...["-o", "Acquire::Retries=0", "-o", "Acquire::https::Verify-Peer=false"],
        ...["download-file", url, "/dev/null"],
      ],
    },
  ],
  git: [
    {
      name: "git",
      version: VERSION_COMMANDS.git,
      command: (url) => ["git", "-c", "http.sslVerify=false", "-c", "core.askPass=true", "ls-remote", url],
    },
  ],
  "python-urllib": [
    python(
      "urllib.request",
      "sys.version",
      "urllib.request.urlopen(sys.argv[1], context=ssl._create_unverified_context())",
    ),
  ],
  "python-requests": [
    python(
      "requests",
      "requests.__version__",
      "requests.get(sys.argv[1], verify=False, allow_redirects=False)",
    ),
  ],
  botocore: [
    {
      name: "aws",
      version: VERSION_COMMANDS.aws,
      command: (url) => [
        "aws",
        "--endpoint-url",
        url,
        "--no-sign-request",
        "--no-verify-ssl",
        "s3api",
        "list-buckets",
      ],
      settings: { AWS_MAX_ATTEMPTS: "1", AWS_DEFAULT_REGION: "us-east-1", AWS_EC2_METADATA_DISABLED: "true" },
    },
  ],
  go: GO_PROGRAMS,
  java: [
    {
      // keytool comes with every JVM, and fetches with HttpsURLConnection and URL.openStream.
      name: "java (keytool)",
      version: VERSION_COMMANDS.java,
      command: (url, environment) => {
        const asked = url.startsWith("https:")
          ? ["-printcert", "-sslserver", placeIn(url)]
          : ["-printcrl", "-file", url];
        return ["keytool", ...javaOptions(environment), ...asked];
      },
    },
  ],
  "node-undici": [library("undici")],
  "node-proxy-agent": [library("proxy-agent")],
};

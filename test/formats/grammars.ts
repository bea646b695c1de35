import fc from "fast-check";
import type { Format } from "../../src/formats/format.ts";
import { FORMATS } from "../../src/formats/index.ts";

/** A well-formed file of a grammar, given names and values that stand in it, and the names it may assign. */
export type Grammar = {
  readonly format: Format;
  readonly compose: (pairs: readonly (readonly [string, string])[], style: number, ending: string) => string;
  readonly name: fc.Arbitrary<string>;
  readonly value: fc.Arbitrary<string>;
  readonly endings: readonly string[];
  /** Smallest and largest number of assignments in a file. */
  readonly size: readonly [number, number];
  /** A name that no composed file assigns, where `no_proxy` is none of the grammar's. */
  readonly added?: string;
  /** No assignment can be added to one of its files. */
  readonly single?: true;
};

const NAMES = fc.constantFrom("HTTP_PROXY", "https_proxy", "NO_PROXY", "JVM_OPTS", "_A9");
const LISTS = fc.string({
  unit: fc.constantFrom(..."abz019.:/,*|-_@[]=% ~!&;(){}<>^?+\té"),
  maxLength: 24,
});
const WORDS = fc.string({ unit: fc.constantFrom(..."abz019.:/,*|-_@[]=%~!&;é"), maxLength: 24 });

/** As LISTS, without what apt makes blanks of, and without blanks at either end. */
const LINES = LISTS.map((value) => value.replaceAll("\t", " "));
const TRIMMED = LISTS.map((value) => value.trim());

const escaped = (value: string) => value.replace(/["\\]/g, "\\$&").replaceAll("\t", "\\t");

const quoted = (
  pairs: readonly (readonly [string, string])[],
  form: (name: string, value: string) => string,
) => pairs.map(([name, value]) => form(name, value));

type Pair = readonly [string, string];

/** A JSON file on one line, or with a line for each member. */
const json = (pairs: readonly Pair[], style: number, ending: string, content: (pair: Pair) => object) => {
  const whole = Object.assign({ "log-level": "info" }, ...pairs.map(content));
  return JSON.stringify(whole, null, style === 0 ? undefined : "\t").replaceAll("\n", ending);
};

const lastKey = (name: string) => name.split(".").at(-1) ?? "";

/** Each grammar with what its files look like. */
export const GRAMMARS: Readonly<Record<string, Grammar>> = {
  "pam-env": {
    format: FORMATS["pam-env"],
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) =>
        style % 2 === 0 ? `${name}="${value}"` : `# note\n\nexport ${name}='${value}'`,
      ).join(ending),
    name: NAMES,
    value: LISTS,
    endings: ["\n"],
    size: [1, 4],
  },
  shell: {
    format: FORMATS.shell,
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) =>
        style % 2 === 0 ? `${name}='${value}' # note` : `echo hello; export ${name}="${value}" \\\n  OTHER=1`,
      ).join(ending),
    name: NAMES,
    value: LISTS,
    endings: ["\n"],
    size: [1, 4],
  },
  systemd: {
    format: FORMATS.systemd,
    compose: (pairs, style, ending) =>
      [
        "[Unit]",
        "[Service]",
        ...quoted(pairs, (name, value) => {
          const assignment = `"${name}=${value.replaceAll("%", "%%")}"`;
          return style % 2 === 0
            ? `Environment=${assignment}`
            : `; note${ending}Environment=A=1 \\${ending} ${assignment}`;
        }),
        "Type=simple",
      ].join(ending),
    name: NAMES,
    value: LISTS,
    endings: ["\n", "\r\n"],
    size: [1, 4],
  },
  "env-file": {
    format: FORMATS["env-file"],
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) =>
        style % 2 === 0 ? `${name}="${value}"` : `; note${ending}${name} = '${value}'`,
      ).join(ending),
    name: NAMES,
    value: LISTS,
    endings: ["\n", "\r\n"],
    size: [1, 4],
  },
  "docker-options": {
    format: FORMATS["docker-options"],
    compose: (pairs, style, ending) =>
      [
        "RELEASE_CHANNEL=stable",
        `REPLICATED_OPTS="--rm ${quoted(pairs, (name, value) =>
          style % 2 === 0 ? `-e ${name}=${value}` : `--env=${name}=${value}`,
        ).join("  ")}"`,
        "SKIP=0",
      ].join(ending),
    name: NAMES,
    value: WORDS,
    endings: ["\n", "\r\n"],
    size: [1, 4],
  },
  "replicated-conf": {
    format: FORMATS["replicated-conf"],
    compose: (pairs, style, ending) =>
      style % 2 === 0
        ? `{"A": {"HttpProxy": 1}, "HttpProxy":${JSON.stringify(pairs[0]?.[1])}}`
        : `{${ending}\t"HttpProxy" : ${JSON.stringify(pairs[0]?.[1])},${ending}  "B": ["x", true]${ending}}`,
    name: fc.constant("HttpProxy"),
    value: LISTS,
    endings: ["\n", "\r\n"],
    size: [1, 1],
  },
  "docker-daemon-json": {
    format: FORMATS["docker-daemon-json"],
    compose: (pairs, style, ending) =>
      json(pairs, style, ending, ([name, value]) => ({ proxies: { [lastKey(name)]: value } })),
    name: fc.constantFrom("proxies.http-proxy", "proxies.https-proxy"),
    value: LISTS,
    endings: ["\n", "\r\n"],
    size: [1, 1],
    added: "proxies.no-proxy",
  },
  "docker-config-json": {
    format: FORMATS["docker-config-json"],
    compose: (pairs, style, ending) =>
      json(pairs, style, ending, ([name, value]) => ({
        auths: { "registry.example.com": { auth: "dXNlcjpzM2NyZXQ=", httpProxy: "no" } },
        proxies: { [name.slice("proxies.".length, -lastKey(name).length - 1)]: { [lastKey(name)]: value } },
      })),
    name: fc.constantFrom("proxies.default.httpProxy", "proxies.tcp://docker.example.com:2376.allProxy"),
    value: LISTS,
    endings: ["\n", "\r\n"],
    size: [1, 1],
    added: "proxies.default.noProxy",
  },
  "one-value": {
    format: FORMATS["one-value"]("https_proxy"),
    compose: (pairs) => pairs[0]?.[1] ?? "",
    name: fc.constant("https_proxy"),
    value: LISTS.filter((value) => value !== ""),
    endings: ["\n"],
    size: [1, 1],
    single: true,
  },
  sudoers: {
    format: FORMATS.sudoers,
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) => {
        const [, sign = "", scope = ""] = /^env_keep([+-]?)(.*)$/.exec(name) ?? [];
        return style % 2 === 0
          ? `Defaults${scope} env_keep${sign}="${value}", !lecture`
          : `# note \\${ending}  Defaults${scope} editor=vi ,env_keep ${sign}= \\${ending} "${value}" # note`;
      }).join(ending),
    name: fc.constantFrom("env_keep", "env_keep+", "env_keep-", "env_keep+:alice", "env_keep!/usr/bin/apt"),
    value: fc
      .array(fc.string({ unit: fc.constantFrom(..."abzAZ09_*=,#!%@():$'é"), minLength: 1, maxLength: 6 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((words) => words.join(" ")),
    endings: ["\n", "\r\n"],
    size: [1, 4],
    added: "env_keep+@host",
  },
  "apt-conf": {
    format: FORMATS["apt-conf"],
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) =>
        style % 2 === 0
          ? `${name} "${value}"; // note`
          : `/* note */ ${name.replaceAll("::", " { ")} "${value}"; ${"}; ".repeat(name.split("::").length - 1)}`,
      ).join(ending),
    name: fc.constantFrom("Acquire::http::Proxy", "Acquire::https::Proxy::a.example", "acquire::HTTP::proxy"),
    value: LINES,
    endings: ["\n", "\r\n"],
    size: [1, 4],
  },
  wgetrc: {
    format: FORMATS.wgetrc,
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) =>
        style % 2 === 0 ? `${name}=${value}` : `# note${ending} ${name.replace("_", "-")} = ${value} `,
      ).join(ending),
    name: fc.constantFrom("http_proxy", "https_proxy", "no_proxy", "use_proxy"),
    value: TRIMMED,
    endings: ["\n", "\r\n"],
    size: [1, 4],
  },
  curlrc: {
    format: FORMATS.curlrc,
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) =>
        style % 2 === 0
          ? `${name} "${escaped(value)}" # note`
          : `user = "a:b"${ending} ${name.slice(2)} = "${escaped(value)}"`,
      ).join(ending),
    name: fc.constantFrom("--proxy", "--noproxy"),
    value: LISTS,
    endings: ["\n", "\r\n"],
    added: "--noproxy",
    size: [1, 4],
  },
  "git-config": {
    format: FORMATS["git-config"],
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) => {
        const url = name.split(/^http\.|\.?proxy$/)[1] ?? "";
        const head = url === "" ? "[http]" : `[HTTP "${url}"] ; note`;
        const setting = `Proxy="${escaped(value)}"`;
        return style % 2 === 0
          ? `${head.replace(/ ;.*/, "")} ${setting}`
          : `${head}${ending}\t${setting} # note${ending}[core]${ending}bare`;
      }).join(ending),
    name: fc.constantFrom("http.proxy", "http.https://a.example/b.proxy"),
    value: LISTS,
    endings: ["\n", "\r\n"],
    added: "http.proxy",
    size: [1, 4],
  },
  "aws-config": {
    format: FORMATS["aws-config"],
    compose: (pairs, style, ending) =>
      quoted(pairs, (name, value) =>
        style % 2 === 0
          ? `[profile a]${ending}${name}: ${value}`
          : `[default]${ending}# note${ending}${name} = ${value}${ending}region = x`,
      ).join(ending),
    name: fc.constantFrom("proxy", "http_proxy", "proxies", "no_proxy"),
    value: TRIMMED,
    endings: ["\n", "\r\n"],
    size: [1, 4],
  },
};

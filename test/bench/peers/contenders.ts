import { shellWord } from "../../../src/model/shell-word.ts";
import { TIMEOUT_S } from "../../network/company/doctor.ts";
import type { Machine } from "../../network/company/machine.ts";
import type { Request } from "./requests.ts";

/** One who makes all of the requests: by these words, on a machine. */
export type Contender = { readonly name: string; readonly words: readonly string[] };

/** So many at once, which is more than there are. */
const AT_ONCE = ["--parallel", "--parallel-immediate", "--parallel-max", "200"];

/** curl, one command after another. */
export function curlInTurn(requests: readonly Request[]): Contender {
  const commands = requests.map((request) => shellLine(["curl", "-q", ...curlWords(request)]));
  return { name: "curl, one after another", words: ["sh", "-c", `${commands.join("\n")}`] };
}

/** One curl for all. */
export function curlAtOnce(requests: readonly Request[]): Contender {
  const all = requests.flatMap((request, index) => [
    ...(index === 0 ? [] : ["--next"]),
    ...curlWords(request),
  ]);
  return { name: "curl --parallel", words: ["curl", "-q", ...AT_ONCE, ...all] };
}

function shellLine(words: readonly string[]): string {
  return words.map((word) => shellWord(word)).join(" ");
}

function curlWords({ url, method, headers, proxy }: Request): readonly string[] {
  return [
    ...["--silent", "--http1.1", "--max-time", String(TIMEOUT_S), "--output", "/dev/null"],
    ...(method === "HEAD" ? ["--head"] : ["--request", method]),
    ...Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]),
    ...(proxy === undefined ? ["--noproxy", "*"] : ["--noproxy", "", "--proxy", proxy]),
    url,
  ];
}

const EXPORTER = "prometheus-blackbox-exporter";
const MODULES = "/run/blackbox.json";
const LISTENS = "127.0.0.1:9115";

/** Prometheus's blackbox exporter, from its start: a module for each request, and one curl that scrapes all. */
export async function blackboxExporter(
  machine: Machine,
  requests: readonly Request[],
): Promise<Contender | undefined> {
  if ((await machine.space.run(["sh", "-c", `command -v ${EXPORTER}`])).code !== 0) return undefined;
  const modules = requests.map((request, index) => [`request-${index}`, moduleFor(request)] as const);
  // What is JSON is YAML.
  machine.write({ [MODULES]: JSON.stringify({ modules: Object.fromEntries(modules) }) });
  const probes = requests.flatMap(({ url }, index) => {
    const query = new URLSearchParams({ module: `request-${index}`, target: url });
    return ["--output", "/dev/null", `http://${LISTENS}/probe?${query}`];
  });
  const scrape = shellLine(["curl", "-q", "--silent", "--noproxy", "*", ...AT_ONCE, ...probes]);
  const script = `
    ${EXPORTER} --config.file=${MODULES} --web.listen-address=${LISTENS} 2>/dev/null & exporter=$!
    until (: </dev/tcp/${LISTENS.replace(":", "/")}) 2>/dev/null; do sleep 0.005; done
    ${scrape}
    kill $exporter; wait`;
  return { name: "blackbox exporter", words: ["bash", "-c", script] };
}

function moduleFor({ method, headers, proxy }: Request) {
  const through = proxy === undefined ? {} : { proxy_url: proxy, skip_resolve_phase_with_proxy: true };
  return {
    prober: "http",
    timeout: `${TIMEOUT_S}s`,
    http: {
      method,
      headers,
      preferred_ip_protocol: "ip4",
      follow_redirects: false,
      enable_http2: false,
      ...through,
    },
  };
}

import type { Machine } from "../../network/company/machine.ts";
import { PROXY } from "../../network/company/settings.ts";

/** How curl is told to go: as the environment has it, past every proxy, or through the environment's. */
export type How = "environment" | "direct" | "proxy";

/** How curl ended that was asked for a URL; `status` is 0 where there was no answer over HTTP. */
export type Tried = {
  readonly how: How;
  readonly url: string;
  readonly exit: number;
  readonly status: number;
  /** What it said of its failure. */
  readonly message: string;
};

/**
 * What people write, with all at once for the sake of our time. It is told better than most do: exceptions of the
 * environment hold for `--proxy` too, unless `--noproxy` takes their place; and who has no proxy in his environment types it.
 */
const SCRIPT = `
proxy=\${https_proxy:-\${HTTPS_PROXY:-${PROXY}}}
curl_as() {
  how=$1 url=$2; shift 2
  said=$(curl -sS -o /dev/null -w ' %{http_code}' --max-time 5 "$@" "$url" 2>&1); exit=$?
  printf '%s\\t%s\\t%s\\t%s\\t%s\\n' "$how" "$url" "$exit" "\${said##* }" "$(printf %s "\${said% *}" | tr '\\n\\t' '  ')"
}
for url; do curl_as environment "$url" & done
wait
for url; do
  curl_as direct "$url" --noproxy '*' &
  curl_as proxy "$url" --noproxy '' --proxy "$proxy" &
done
wait`;

/** Asks for these URLs with the real curl of a machine, in a new login. */
export async function tryCurl({ login }: Machine, urls: readonly string[]): Promise<readonly Tried[]> {
  const { stdout } = await login(["bash", "-c", SCRIPT, "bash", ...urls]);
  const tried = stdout
    .trimEnd()
    .split("\n")
    .map((line): Tried => {
      const [how = "", url = "", exit, status, message = ""] = line.split("\t");
      return { how: how as How, url, exit: Number(exit), status: Number(status), message };
    });
  if (tried.length !== urls.length * 3) throw new Error(`curl said of ${urls.length} URLs: ${stdout}`);
  return tried;
}

import { readHost } from "../../model/host.ts";
import { readUrl } from "../../model/url.ts";

const SCHEMES: readonly string[] = ["http:", "https:", "tcp:", "ssh:"];

/** What is wrong with the URL of a target; `undefined` where nothing is. */
export function faultOfUrl(text: string): string | undefined {
  const url = readUrl(text);
  if (url === undefined || /[\s\p{Cc}]/u.test(text))
    return "is not a URL such as https://artifactory.example.com/";
  if (!SCHEMES.includes(url.protocol)) return "is not an http:, https:, tcp: or ssh: URL";
  if (readHost(url.hostname) === undefined) return "names no host";
  if (url.username !== "" || url.password !== "") return "has a login, which reports would show";
  if (url.search !== "" || url.hash !== "")
    return "has a query, in which a secret may stand that reports would show";
  if (url.port === "0") return "names no port that can be dialled";
  if (url.protocol.startsWith("http")) return undefined;
  if (url.pathname !== "" && url.pathname !== "/") return "has a path, of which nothing is asked";
  return url.protocol === "tcp:" && url.port === "" ? "names no port" : undefined;
}

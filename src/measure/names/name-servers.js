// What the system's name servers say when each is asked itself. getaddrinfo has one word for a failure, a refusal,
// nonsense and silence; this tells them apart. Programs do not ask so: it is evidence, and finds no address.
import { getServers, promises } from "node:dns";

/** @typedef {import("../../model/phase.ts").NameServerSays} NameServerSays */
/** @typedef {{ says: NameServerSays["says"], ms: number }} Word */

/** The C library asks no more of them than this (MAXNS in resolv.h). */
const MOST_SERVERS = 3;
const PATIENCE_MS = 1000;

/**
 * What c-ares's errors say of the server. A port that is closed is silence: nobody serves there.
 * @type {Readonly<Record<string, NameServerSays["says"]>>}
 */
const SAYS = {
  ENOTFOUND: "no-such-name",
  ENODATA: "no-address",
  ESERVFAIL: "failure",
  ENOTIMP: "failure",
  EFORMERR: "failure",
  EREFUSED: "refuses",
  EBADRESP: "nonsense",
  ECONNREFUSED: "nothing",
  ECANCELLED: "nothing",
};

/**
 * Asks name servers for the addresses of a name, all at once; takes a second where one is silent. Servers are
 * written as `dns.getServers` has them, and are the system's where none are given.
 * @param {string} host
 * @param {readonly string[]} servers
 * @returns {Promise<readonly NameServerSays[]>}
 */
export async function askNameServers(host, servers = getServers()) {
  const answers = await Promise.all(servers.slice(0, MOST_SERVERS).map((server) => askServer(host, server)));
  return answers.filter((answer) => answer !== undefined);
}

/**
 * @param {string} host
 * @param {string} server
 * @returns {Promise<NameServerSays | undefined>}
 */
async function askServer(host, server) {
  // One for each question: c-ares remembers answers, and waits less for a server that once was fast. Its own
  // limit is looked at when twice the time has passed, so it is ended by ours.
  const resolver = new promises.Resolver({ timeout: 2 * PATIENCE_MS, tries: 1 });
  const patience = setTimeout(() => resolver.cancel(), PATIENCE_MS);
  const begun = performance.now();
  /** @param {Promise<readonly string[]>} answer @returns {Promise<Word | undefined>} */
  const heard = async (answer) => {
    const says = await answer.then(
      (addresses) => (addresses.length > 0 ? "addresses" : "no-address"),
      ({ code }) => SAYS[code],
    );
    return says && { says, ms: Math.round(performance.now() - begun) };
  };
  try {
    resolver.setServers([server]);
    const [a, aaaa] = await Promise.all([heard(resolver.resolve4(host)), heard(resolver.resolve6(host))]);
    return a && aaaa && { server, ...together(a, aaaa) };
  } catch {
    // Neither the server's address nor the name is one that c-ares can ask with.
    return undefined;
  } finally {
    clearTimeout(patience);
  }
}

/**
 * @param {Word} a
 * @param {Word} aaaa
 * @returns {Omit<NameServerSays, "server">}
 */
function together(a, aaaa) {
  if (a.says === aaaa.says) return a;
  if (aaaa.says === "nothing") return { ...a, unanswered: "AAAA" };
  if (a.says === "nothing") return { ...aaaa, unanswered: "A" };
  return aaaa.says === "addresses" ? aaaa : a;
}

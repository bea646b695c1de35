import { hostInUrl } from "../src/model/host.ts";
import type { Exchange, Mark, Probe, Target } from "../src/model/target.ts";

const NAMES = ["web", "console", "nomad", "output-processor", "vm-service", "artifacts"] as const;
const get = { kind: "http", method: "GET", headers: {} } as const;
const connect = { kind: "connect" } as const;

/** The interface answers with an identity header of its own, whether it serves a page or a redirect. */
const webMarks: readonly Mark[] = [
  { header: { name: "x-circleci-identity", matches: "." } },
  { header: { name: "x-circleci-request-id", matches: "." } },
  { body: "<title>[^<]*CircleCI" },
];

/** Replicated's console shows its own pages over a certificate that nobody is expected to trust. */
export const consoleMarks: readonly Mark[] = [
  {
    header: {
      name: "location",
      matches: "^(https://[^/]+:8800)?/(create-password|run-checks|login|console|dashboard|settings)\\b",
    },
  },
  { body: "<title>[^<]*Replicated|/create-password|/run-checks" },
];

/**
 * The ports of the Services machine (domain-facts 2.7, 3, 7). Nomad (4647) and the output processor (8585)
 * read a protocol byte: the connection is opened and nothing is sent. No proxy serves any of them.
 */
export const servicesMachine: Probe = ({ services }) => {
  if (services === undefined) {
    return NAMES.map(
      (name) => ({ id: `services-machine/${name}`, unconfigured: "--services HOST" }) as const,
    );
  }
  const host = hostInUrl(services);
  const port = (
    name: (typeof NAMES)[number],
    url: string,
    exchange: Exchange,
    marks: readonly Mark[],
  ): Target => ({
    id: `services-machine/${name}`,
    url,
    exchange,
    marks,
    policy: { standard: "must-direct", corporate: "must-direct" },
    reason: "internal requests to the Services machine are to bypass the proxy",
  });
  return [
    port("web", `https://${host}/`, get, webMarks),
    port("console", `https://${host}:8800/`, get, consoleMarks),
    port("nomad", `tcp://${host}:4647`, connect, []),
    port("output-processor", `https://${host}:8585/`, connect, []),
    port("vm-service", `http://${host}:3001/status`, get, [{ status: [200, 500], body: "^(?!\\s*<)" }]),
    port("artifacts", `http://${host}:7171/`, connect, []),
  ];
};

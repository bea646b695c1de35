import type { ComponentId } from "../model/component.ts";
import type { FindingArgs, Reception } from "../model/finding.ts";
import type { Refusal } from "../model/trust.ts";
import type { FindingWords } from "./finding-words.ts";
import { abridged, byRoute, counted, listed, sentence, sentences } from "./phrases.ts";

/** Ids in a sentence; the report has them all. */
const MOST_TARGETS = 6;

/** Components by the programs that check certificates for them. */
const WHO: Readonly<Record<ComponentId, string>> = {
  "shell-commands": "curl",
  "aws-commands": "awscli",
  "git-commands": "git",
  apt: "apt",
  replicated: "Replicated",
  "docker-daemon": "Docker",
  "jvm-services": "the Java services",
  "service-containers": "the service containers",
  "nomad-agent": "the Nomad agent",
  "build-agent": "the build agent",
  "job-checkout": "the checkout of jobs",
  "nomad-client-jvm": "the JVM",
  "raw-connections": "programs that know no HTTP proxy",
};

/** Why a certificate is refused, in brackets. */
export const REFUSALS: Readonly<Record<Refusal, string>> = {
  "self-signed": "signed by itself",
  "unknown-root": "unknown root",
  "unknown-issuer": "unknown issuer",
  expired: "expired",
  "not-yet-valid": "not valid yet",
  "not-an-authority": "signed by what is no authority",
  "not-for-servers": "not for servers",
  "weak-key": "weak key",
  "wrong-name": "for another name",
  "no-authorities": "it has no authorities to go by",
};

function who(ids: readonly ComponentId[]): string {
  return listed(ids.map((id) => WHO[id]));
}

/** `awscli and the JVM refuse it (unknown issuer); curl and Docker accept it; not known for the containers`. */
export function receptionInWords({ refusing, accepting, unknown }: Reception): string {
  const verb = (ids: readonly ComponentId[], one: string, several: string) => {
    const isPlural = ids.length > 1 || /^the .*s$/.test(who(ids));
    return `${who(ids)} ${isPlural ? several : one} it`;
  };
  return [
    ...refusing.map(({ why, components }) => `${verb(components, "refuses", "refuse")} (${REFUSALS[why]})`),
    ...(accepting.length === 0 ? [] : [verb(accepting, "accepts", "accept")]),
    ...unknown.map(({ because, components }) =>
      because === "in-a-container" ? "not known for the containers" : `not known for ${who(components)}`,
    ),
  ].join("; ");
}

/** Those that go by the system's store, or can be told to. */
const BY_SYSTEM: readonly ComponentId[] = [
  "shell-commands",
  "git-commands",
  "apt",
  "docker-daemon",
  "build-agent",
  "aws-commands",
];

/** What to type so that those who refuse it know an authority: they keep stores of their own. */
function trusting({ refusing }: Reception): readonly string[] {
  const ids = refusing.flatMap(({ components }) => components);
  const has = (id: ComponentId) => ids.includes(id);
  return [
    ...(BY_SYSTEM.some(has)
      ? [
          "Into the system's store: copy it to /usr/local/share/ca-certificates/NAME.crt and run sudo update-ca-certificates (RHEL: to /etc/pki/ca-trust/source/anchors, and sudo update-ca-trust)",
        ]
      : []),
    ...(has("docker-daemon") ? ["Docker reads it when it is restarted"] : []),
    ...(has("aws-commands")
      ? [
          "For awscli set AWS_CA_BUNDLE to the system's store besides: /etc/ssl/certs/ca-certificates.crt (RHEL: /etc/pki/tls/certs/ca-bundle.crt)",
        ]
      : []),
    ...(has("nomad-client-jvm")
      ? ["Into the JVM's: sudo keytool -importcert -cacerts -alias NAME -file NAME.crt"]
      : []),
  ];
}

/** A certificate that some of those refuse who are shown it. */
export function untrustedCertificate(args: FindingArgs["untrusted-certificate"]): FindingWords {
  const { hosts, routes, leaf, sent } = args;
  const faults = new Set(args.refusing.map(({ why }) => why));
  const isUnknown = (["unknown-root", "unknown-issuer", "self-signed"] as const).some((why) =>
    faults.has(why),
  );
  return {
    what: `${abridged(hosts, MOST_TARGETS)} (${listed(routes.map(byRoute))}) ${hosts.length === 1 ? "presents" : "present"} a certificate that not everyone accepts: ${receptionInWords(args)}.`,
    why: sentences(
      `It is for ${leaf.subject || "no name"}, issued by ${leaf.issuer || "nobody"}, valid from ${day(leaf.validFrom)} to ${day(leaf.validTo)}`,
      `SHA-256 ${leaf.sha256}`,
      faults.has("unknown-issuer") && sent === 1
        ? "The server sends it alone, without a certificate of its issuer"
        : "",
    ),
    remedy: sentences(
      ...(faults.has("expired") || faults.has("not-yet-valid")
        ? ["Compare its dates with this machine's clock, and have it renewed where the clock is right"]
        : []),
      ...(faults.has("wrong-name")
        ? ["Call the host by a name that the certificate has, or have the name added to it"]
        : []),
      ...(faults.has("unknown-issuer") && sent === 1
        ? ["Have the server send the certificates of its intermediate authorities too"]
        : []),
      ...(isUnknown
        ? [
            "If its authority is to be trusted, give the authority's certificate to who refuses it",
            ...trusting(args),
          ]
        : []),
      ...(faults.has("no-authorities")
        ? ["Correct the setting that names a store of authorities, or take it out"]
        : []),
      ...(faults.has("weak-key") || faults.has("not-an-authority") || faults.has("not-for-servers")
        ? ["Have a certificate issued that is fit for a server"]
        : []),
    ),
  };
}

/** Someone who signs certificates in the hosts' place. */
export function tlsInterception(args: FindingArgs["tls-interception"]): FindingWords {
  const { route, issuer, hosts, targets, instead } = args;
  const where = route === "direct" ? "on the direct way" : `behind ${route}`;
  const reception = receptionInWords(args);
  return {
    what: `TLS to ${counted(targets.length, "target")} is opened and signed anew ${where} by ${issuer}${reception === "" ? "" : `: ${reception}`}.`,
    why: sentences(
      instead.length === 0
        ? `No public authority has issued what is presented for ${abridged(hosts, MOST_TARGETS)}`
        : `Elsewhere ${abridged(hosts, MOST_TARGETS)} ${hosts.length === 1 ? "presents" : "present"} a certificate of ${abridged(instead, 3)}`,
      args.unknown.some(({ because }) => because === "in-a-container")
        ? "Containers go by stores of their own, which are not seen from here"
        : "",
    ),
    remedy: sentences(
      `Ask whoever runs the proxy or filter ${where} to exempt ${abridged(hosts, MOST_TARGETS)} from interception, which serves all components at once`,
      ...(args.refusing.length === 0
        ? []
        : ["Otherwise give the certificate of its authority to who refuses it", ...trusting(args)]),
    ),
  };
}

/** The date of an ISO 8601 time; what is no time stands as it is. */
function day(time: string): string {
  return /^\d{4}-\d{2}-\d{2}(?=T)/.exec(time)?.[0] ?? sentence(time);
}

import type { FindingArgs } from "../model/finding.ts";
import { theComponents } from "./components.ts";
import type { FindingWords } from "./finding-words.ts";
import { byRoute, sentence, sentences } from "./phrases.ts";
import { bypass } from "./route-findings.ts";

const METADATA = "169.254.169.254";

/** Metadata that tells of another machine than this one. */
export function metadataOfAnotherMachine(args: FindingArgs["metadata-of-another-machine"]): FindingWords {
  const { proxy, theirs, ours, components } = args;
  const us = ours === "" ? "" : ` (${ours})`;
  if (proxy === undefined) {
    return {
      what: `The instance metadata that comes direct is that of ${theirs}, an address that this machine${us} does not have.`,
      why: sentence(
        `In a container that is its host, and right; elsewhere something between asks in this machine's place and is told about itself, and its instance id, address and role are taken for this machine's by ${theComponents(components)}`,
      ),
      remedy: `Compare with ip -o addr on the instance. If this is no container, look for what redirects ${METADATA}: a rule of iptables (sudo iptables -t nat -S), a proxy for metadata such as kube2iam, a transparent proxy of the network's.`,
    };
  }
  return {
    what: `The instance metadata that comes through the proxy ${proxy} is that of ${theirs}, not of this machine${us}.`,
    why: sentence(
      `The proxy asks the metadata service itself and is told about itself; its instance id, address and role are taken for this machine's by ${theComponents(components)}`,
    ),
    remedy: bypass([METADATA], components),
  };
}

type TokenArgs = FindingArgs["metadata-token-refused"];

/** A metadata service that gives no token. */
export function metadataTokenRefused(args: TokenArgs): FindingWords {
  const { route, token, status, components } = args;
  const way = route === "direct" ? "direct" : byRoute(route);
  const answer = status === undefined ? "the connection is broken off" : `status ${status}`;
  return {
    what:
      token === "silent"
        ? `The metadata service does not answer a request for a token (IMDSv2) that is made ${way}.`
        : `The metadata service refuses a token (IMDSv2) that is asked for ${way}: ${answer}.`,
    why: sentences(causeOf(args), consequenceOf(args)),
    remedy: route === "direct" ? remedyOf(args) : bypass([METADATA], components),
  };
}

/** What a status means to a request for a token: domain-facts 2.1, and the EC2 user guide. */
function causeOf({ route, token, status }: TokenArgs): string {
  if (token === "silent") {
    return "its answer to this one request passes as many hops as the instance's hop limit allows, one by default, and a container behind a bridge is a hop further; or something drops PUT requests";
  }
  if (route !== "direct") {
    return "the service refuses a token to a request with X-Forwarded-For, which most proxies add, and a proxy's rules may forbid PUT";
  }
  switch (status) {
    case 400:
      return "the header with the token's lifetime did not arrive, so that something between takes headers off";
    case 403:
      return "it says so where it is switched off for the instance, and to a request with X-Forwarded-For, which a proxy that nobody named may add";
    case 404:
    case 405:
      return "what answers knows no tokens, as the service itself does: an imitation, or a proxy for metadata";
    case 200:
      return "what it answers with is no token, so someone else answers in its place";
    default:
      return "the service itself does not answer so; something lies between";
  }
}

function consequenceOf({ without, components }: TokenArgs): string {
  const who = theComponents(components);
  if (without === 200) {
    return `without a token it still answers (IMDSv1), so ${who} get on after a wait, as long as tokens are optional for the instance`;
  }
  return without === 401
    ? `without a token it refuses too (401: tokens are required), so ${who} learn neither who this machine is nor its credentials`
    : `without a token ${without === undefined ? "nothing comes" : `its answer has status ${without}`}, so ${who} learn neither who this machine is nor its credentials`;
}

function remedyOf({ token, status }: TokenArgs): string {
  const modify = "aws ec2 modify-instance-metadata-options --instance-id INSTANCE";
  if (token === "silent") {
    return `In a container, raise the hop limit: ${modify} --http-put-response-hop-limit 2 --http-endpoint enabled. Elsewhere look for a firewall or a proxy that drops PUT requests to ${METADATA}.`;
  }
  return status === 403
    ? `See whether the service is switched on (aws ec2 describe-instances, MetadataOptions), and switch it on: ${modify} --http-endpoint enabled. If it is, look for a transparent proxy that takes requests to ${METADATA}.`
    : `Look for what answers in the service's place: a rule that redirects ${METADATA} (sudo iptables -t nat -S), a proxy for metadata, a transparent proxy of the network's.`;
}

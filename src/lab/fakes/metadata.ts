import { STATUS_CODES } from "node:http";
import type { Answer, Ask, Fake } from "../fake.ts";
import { pathOf } from "../fake.ts";

/** An EC2 instance that a metadata service speaks of. `tokens`: whether it insists on IMDSv2. */
type Instance = {
  readonly instanceId: string;
  readonly privateIp: string;
  readonly region: string;
  readonly tokens: "required" | "optional";
};

const TOKEN = "AQAEAMFiLWluc3RhbmNlLW1ldGFkYXRhLXRva2VuLW9mLXRoZS1sYWI=";
const TOKEN_HEADER = "x-aws-ec2-metadata-token";
const TTL_HEADER = "x-aws-ec2-metadata-token-ttl-seconds";
const LONGEST_TTL = 21_600;

/**
 * The instance metadata service, versions 1 and 2. It knows who the instance is and nothing else: there are no
 * credentials to be had (domain-facts 2.1; EC2 user guide, "configuring instance metadata service").
 */
export function metadata(instance: Instance): Fake {
  return {
    80: {
      speaks: "http",
      answer: (ask) => (pathOf(ask) === "/latest/api/token" ? grantToken(ask) : readCategory(ask, instance)),
    },
  };
}

/** A request that passed a proxy which says so gets no token. */
function grantToken({ method, headers }: Ask): Answer {
  if (method !== "PUT") return page(405);
  if (headers["x-forwarded-for"] !== undefined) return page(403);
  const ttl = String(headers[TTL_HEADER] ?? "");
  if (!/^\d{1,5}$/.test(ttl) || Number(ttl) < 1 || Number(ttl) > LONGEST_TTL) return page(400);
  return text(TOKEN, { "X-Aws-Ec2-Metadata-Token-Ttl-Seconds": ttl });
}

function readCategory(ask: Ask, instance: Instance): Answer {
  if (ask.method !== "GET" && ask.method !== "HEAD") return page(405);
  const token = ask.headers[TOKEN_HEADER];
  if (token === undefined ? instance.tokens === "required" : token !== TOKEN) return page(401);
  switch (pathOf(ask)) {
    case "/latest/meta-data/instance-id":
      return text(instance.instanceId, {});
    case "/latest/meta-data/local-ipv4":
      return text(instance.privateIp, {});
    case "/latest/dynamic/instance-identity/document":
      return text(identityDocument(instance), {});
    default:
      return page(404);
  }
}

function identityDocument({ instanceId, privateIp, region }: Instance): string {
  const document = {
    accountId: "123456789012",
    architecture: "x86_64",
    availabilityZone: `${region}a`,
    billingProducts: null,
    devpayProductCodes: null,
    marketplaceProductCodes: null,
    imageId: "ami-0abcdef1234567890",
    instanceId,
    instanceType: "m5.2xlarge",
    kernelId: null,
    pendingTime: "2019-02-01T09:30:00Z",
    privateIp,
    ramdiskId: null,
    region,
    version: "2017-09-30",
  };
  return JSON.stringify(document, null, 2);
}

function text(body: string, headers: Readonly<Record<string, string>>): Answer {
  return {
    status: 200,
    headers: { ...headers, "Content-Type": "text/plain", "Accept-Ranges": "none", ...SIGNATURE },
    body,
  };
}

function page(status: number): Answer {
  const title = `${status} - ${STATUS_CODES[status]}`;
  return {
    status,
    headers: { "Content-Type": "text/html", ...SIGNATURE },
    body: `<?xml version="1.0" encoding="iso-8859-1"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">\n <head>\n  <title>${title}</title>\n </head>\n <body>\n  <h1>${title}</h1>\n </body>\n</html>\n`,
  };
}

const SIGNATURE = { Server: "EC2ws", Connection: "close" };

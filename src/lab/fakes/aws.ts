import type { Answer, Ask, Fake } from "../fake.ts";
import { pathOf } from "../fake.ts";

const REQUEST_ID = "6f3b1c52-8d4e-4a7b-9c06-2f5d8e1a7b34";
const S3_HEADERS = {
  "x-amz-id-2": "Zm9yIHRoZSBsYWIgb25seSwgbm8gcmVhbCBob3N0IGFuc3dlcmVkIHRoaXMgcmVxdWVzdA==",
  "x-amz-request-id": "4TB7Q2M9K1XW5R8D",
  Server: "AmazonS3",
};

/**
 * S3 in all its spellings of one region. `GET /` on a service name is redirected to the product's page; an
 * unsigned request for a bucket is denied, naming the bucket's region (domain-facts 2.2).
 */
export function s3(region: string, bucket: string): Fake {
  return {
    443: {
      speaks: "https",
      answer: (ask) => (namesBucket(ask, bucket) ? accessDenied(ask, region) : productPage()),
    },
  };
}

function namesBucket(ask: Ask, bucket: string): boolean {
  const virtualHost = String(ask.headers["host"]).startsWith(`${bucket}.`);
  return virtualHost || pathOf(ask).split("/")[1] === bucket;
}

function productPage(): Answer {
  return { status: 307, headers: { ...S3_HEADERS, Location: "https://aws.amazon.com/s3/" }, body: "" };
}

function accessDenied({ method }: Ask, region: string): Answer {
  const { "x-amz-request-id": request, "x-amz-id-2": host } = S3_HEADERS;
  const error = `<Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>${request}</RequestId><HostId>${host}</HostId>`;
  return {
    status: 403,
    headers: { ...S3_HEADERS, "x-amz-bucket-region": region, "Content-Type": "application/xml" },
    body: method === "HEAD" ? "" : `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${error}</Error>`,
  };
}

/** The EC2 interface: an unsigned call lacks a parameter, status 400 (domain-facts 2.3). */
export const ec2: Fake = {
  443: {
    speaks: "https",
    answer: () => ({
      status: 400,
      headers: {
        "x-amzn-requestid": REQUEST_ID,
        "Content-Type": "text/xml;charset=UTF-8",
        Server: "AmazonEC2",
      },
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>MissingParameter</Code><Message>The request must contain the parameter AWSAccessKeyId</Message></Error></Errors><RequestID>${REQUEST_ID}</RequestID></Response>`,
    }),
  },
};

/** The Security Token Service, which answers as all interfaces of its kind do. */
export const sts: Fake = queryApi("https://sts.amazonaws.com/doc/2011-06-15/");
/** The Simple Queue Service. */
export const sqs: Fake = queryApi("http://queue.amazonaws.com/doc/2012-11-05/");

/** An interface that refuses unsigned calls with 403 and a request id (domain-facts 2.3). */
function queryApi(namespace: string): Fake {
  return {
    443: {
      speaks: "https",
      answer: () => ({
        status: 403,
        headers: { "x-amzn-RequestId": REQUEST_ID, "Content-Type": "text/xml" },
        body: `<ErrorResponse xmlns="${namespace}">\n  <Error>\n    <Type>Sender</Type>\n    <Code>MissingAuthenticationToken</Code>\n    <Message>Request is missing Authentication Token</Message>\n  </Error>\n  <RequestId>${REQUEST_ID}</RequestId>\n</ErrorResponse>\n`,
      }),
    },
  };
}

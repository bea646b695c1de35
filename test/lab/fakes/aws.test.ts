import { describe, expect, test } from "vitest";
import { ec2, s3, sqs, sts } from "../../../src/lab/fakes/aws.ts";
import { askFake } from "../asking.ts";

const bucket = s3("eu-west-1", "a-bucket");

describe("S3", () => {
  test("redirects its front page to the product's", () => {
    const answer = askFake(bucket, 443, "/", { headers: { host: "s3.eu-west-1.amazonaws.com" } });
    expect(answer).toMatchObject({
      status: 307,
      headers: { Location: "https://aws.amazon.com/s3/", Server: "AmazonS3" },
      body: "",
    });
    expect(Object.keys(answer.headers)).toEqual(expect.arrayContaining(["x-amz-request-id", "x-amz-id-2"]));
  });

  test.each([
    ["/", "a-bucket.s3.eu-west-1.amazonaws.com"],
    ["/a-bucket", "s3.eu-west-1.amazonaws.com"],
    ["/a-bucket/key?x=1", "s3.eu-west-1.amazonaws.com"],
  ])("denies %s on %s, and says where the bucket is", (path, host) => {
    const head = askFake(bucket, 443, path, { method: "HEAD", headers: { host } });
    expect(head).toMatchObject({ status: 403, headers: { "x-amz-bucket-region": "eu-west-1" }, body: "" });
    const { body } = askFake(bucket, 443, path, { headers: { host } });
    expect(body).toMatch(/<Error><Code>AccessDenied<\/Code>.*<RequestId>\w+<\/RequestId>/);
  });
});

test("the EC2 API misses a parameter in an unsigned call", () => {
  const answer = askFake(ec2, 443, "/?Action=DescribeRegions&Version=2016-11-15");
  expect(answer).toMatchObject({ status: 400, headers: { Server: "AmazonEC2" } });
  expect(answer.body).toMatch(/<Code>MissingParameter<\/Code>.*AWSAccessKeyId.*<RequestID>[0-9a-f-]{36}</);
});

test.each([
  ["STS", sts, "https://sts.amazonaws.com/"],
  ["SQS", sqs, "http://queue.amazonaws.com/"],
] as const)("%s refuses an unsigned call", (_, fake, namespace) => {
  const answer = askFake(fake, 443, "/?Action=Any");
  expect(answer.status).toBe(403);
  expect(answer.headers["x-amzn-RequestId"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.body).toContain(`xmlns="${namespace}`);
  expect(answer.body).toContain("<Code>MissingAuthenticationToken</Code>");
});

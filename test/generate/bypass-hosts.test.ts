import { describe, expect, test } from "vitest";
import { bypassHosts } from "../../src/generate/bypass-hosts.ts";
import { s3Hosts } from "../../src/generate/s3-hosts.ts";
import { installationOf } from "./any-order.ts";

describe("bypassHosts", () => {
  const known = {
    installation: installationOf({
      services: "10.0.1.238",
      ghe: "ghe.example.com",
      nomadClients: ["10.0.2.17"],
    }),
    otherServices: ["circleci.example.com"],
  };

  test("names every host that the page leaves out of its own sample", () => {
    expect(bypassHosts(known)).toEqual(
      expect.arrayContaining([
        "169.254.169.254",
        "localhost",
        "127.0.0.1",
        "172.17.0.1",
        "10.0.1.238",
        "circleci.example.com",
        "10.0.2.17",
        "ghe.example.com",
        "s3.us-east-1.amazonaws.com",
      ]),
    );
  });

  test("names metadata though this machine is none of EC2's: the files may be for another", () => {
    const installation = { ...known.installation, onEc2: "no" as const };
    expect(bypassHosts({ ...known, installation })).toContain("169.254.169.254");
  });

  test("leaves S3 to the proxy where all but the internal network goes through it, and nothing else", () => {
    const installation = { ...known.installation, egress: "corporate" as const };
    const gone = bypassHosts(known).filter((host) => !bypassHosts({ ...known, installation }).includes(host));
    expect(gone).toEqual(s3Hosts({ region: "us-east-1" }));
  });

  test("spells an IPv6 address as given and in short, with brackets and without, each once", () => {
    const installation = installationOf({ services: "FD00:0:0::5", egress: "corporate" });
    const hosts = bypassHosts({ installation, otherServices: ["fd00::5"] });
    expect(hosts.filter((host) => /fd00:0|fd00::5/i.test(host))).toEqual([
      "fd00:0:0::5",
      "fd00::5",
      "[fd00:0:0::5]",
      "[fd00::5]",
    ]);
  });

  test("spells a name in lower case, and beyond ASCII as it goes over the wire too", () => {
    const installation = installationOf({ services: "CircleCI.Bücher.Example", egress: "corporate" });
    expect(bypassHosts({ installation, otherServices: [] })).toEqual(
      expect.arrayContaining(["circleci.bücher.example", "circleci.xn--bcher-kva.example"]),
    );
  });

  test("holds no network, no pattern and no blank, which some client does not read", () => {
    expect(bypassHosts(known).filter((host) => /[*/\s,|]|^\./.test(host))).toEqual([]);
  });
});

describe("s3Hosts", () => {
  test("of the region of the global names", () => {
    expect(s3Hosts({ region: "us-east-1", bucket: "my-bucket" })).toEqual([
      "s3.us-east-1.amazonaws.com",
      "s3.amazonaws.com",
      "s3.dualstack.us-east-1.amazonaws.com",
      "s3-fips.us-east-1.amazonaws.com",
      "s3-fips.dualstack.us-east-1.amazonaws.com",
      "s3.us-east-1.vpce.amazonaws.com",
      "s3-us-east-1.amazonaws.com",
      "s3-external-1.amazonaws.com",
      "s3-accelerate.amazonaws.com",
      "s3-accelerate.dualstack.amazonaws.com",
      "my-bucket.s3.us-east-1.amazonaws.com",
      "my-bucket.s3.amazonaws.com",
    ]);
  });

  test("of Europe, which has no FIPS endpoints", () => {
    const hosts = s3Hosts({ region: "eu-central-1" });
    expect(hosts).toContain("s3-eu-central-1.amazonaws.com");
    expect(hosts.filter((host) => /fips|external/.test(host))).toEqual([]);
  });

  test("of China, all under its own suffix", () => {
    expect(s3Hosts({ region: "cn-north-1" })).toEqual([
      "s3.cn-north-1.amazonaws.com.cn",
      "s3.amazonaws.com.cn",
      "s3.dualstack.cn-north-1.amazonaws.com.cn",
      "s3.cn-north-1.vpce.amazonaws.com.cn",
    ]);
  });

  test("of GovCloud, which has FIPS endpoints and no acceleration", () => {
    const hosts = s3Hosts({ region: "us-gov-west-1" });
    expect(hosts).toContain("s3-fips.dualstack.us-gov-west-1.amazonaws.com");
    expect(hosts.filter((host) => host.includes("accelerate"))).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { FINDINGS, wordsFor } from "../../src/messages/findings.ts";
import { placeLines } from "../../src/messages/place-lines.ts";
import type { ComponentId } from "../../src/model/component.ts";
import type { Finding, FindingArgs, FindingCode } from "../../src/model/finding.ts";
import { SAMPLES } from "./sample-findings.ts";

const CODES = Object.keys(SAMPLES) as readonly FindingCode[];

/** The compiler cannot see that a code read from a table goes with its arguments from the same table. */
function sampleOf(code: FindingCode): Finding {
  return { code, args: SAMPLES[code] } as Finding;
}

describe("every code", () => {
  test("has words", () => {
    expect(Object.keys(FINDINGS).sort()).toEqual([...CODES].sort());
  });

  test.each(CODES)("%s is told in whole sentences", (code) => {
    const { what, why, remedy } = wordsFor(sampleOf(code));
    for (const text of [what, why, remedy]) {
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/undefined|\[object|\.\.| {2}| ,|\(\)/);
    }
    const told = why.split(/(?<=[.!?]) /).filter(Boolean);
    expect(new Set(told).size, "no sentence is told twice").toBe(told.length);
    expect(what.slice(0, -1), "what goes wrong is one sentence").not.toMatch(/\.\s/);
  });

  test.each(CODES)("%s leaves the lines of its settings to those who print them beside it", (code) => {
    const { what, why } = wordsFor(sampleOf(code));
    for (const line of placeLines(sampleOf(code))) {
      expect(`${what} ${why}`).not.toContain(line.replace(/^\S+ {2}/, ""));
    }
  });
});

describe("the words of one case", () => {
  test("name the host, the way and who takes it", () => {
    const { what, remedy } = wordsFor({ code: "misrouted-to-proxy", args: SAMPLES["misrouted-to-proxy"] });
    expect(what).toBe(
      "ghe.example.com is called through the proxy http://10.0.0.33:3128 by the Docker daemon and the build agent; it is to be called direct.",
    );
    expect(remedy).toContain("Add ghe.example.com to the bypass list");
  });

  test("tell by route what each failure means, and the meaning alone where all share it", () => {
    const args = SAMPLES["target-unreachable"];
    expect(wordsFor({ code: "target-unreachable", args }).why).toBe(
      "Direct: the resolver of this machine does not know the name. Through http://10.0.0.33:3128: someone else answered in the host's place.",
    );
    const failures = args.failures.map((failure) => ({ ...failure, code: "refused" as const }));
    expect(wordsFor({ code: "target-unreachable", args: { ...args, failures } }).why).toBe(
      "The host is there, and nothing listens on that port or a firewall rejects the connection.",
    );
  });

  test("tell what an error in the syntax of a file does to the scripts that source it, and not to sudo", () => {
    const whyOf = (source: string) => {
      const places = [{ name: "HTTP_PROXY", value: "", source }];
      const args = { places, effects: [], why: "syntax-error" } as const;
      return wordsFor({ code: "unquoted-value", args }).why;
    };
    expect(whyOf("/etc/environment:1")).toContain(
      "a script of sh (dash, for one) that sources the file ends there",
    );
    expect(whyOf("/etc/sudoers:1")).not.toContain("script");
  });

  test("speak of several hosts in the plural", () => {
    const args = { ...SAMPLES["misrouted-to-proxy"], hosts: ["a.example", "b.example", "c.example"] };
    const { what } = wordsFor({ code: "misrouted-to-proxy", args });
    expect(what).toMatch(
      /^a\.example, b\.example and c\.example are called .*; they are to be called direct\.$/,
    );
  });

  test("name the bypass list that the components read", () => {
    const remedyFor = (...components: readonly ComponentId[]) =>
      wordsFor({ code: "avoidable-proxying", args: { ...SAMPLES["avoidable-proxying"], components } }).remedy;
    expect(remedyFor("jvm-services")).not.toContain("NO_PROXY");
    expect(remedyFor("build-agent")).not.toContain("nonProxyHosts");
    expect(remedyFor("build-agent", "jvm-services")).toMatch(/NO_PROXY and no_proxy.*nonProxyHosts/);
  });

  test("name the proxy that works, and the settings that the components read", () => {
    const remedyFor = (...components: readonly ComponentId[]) =>
      wordsFor({ code: "misrouted-direct", args: { ...SAMPLES["misrouted-direct"], components } }).remedy;
    expect(remedyFor("jvm-services")).toContain("Set the proxy http://10.0.0.33:3128 for the Java services");
    expect(remedyFor("jvm-services")).not.toContain("HTTP_PROXY");
    expect(remedyFor("build-agent")).not.toContain("-Dhttp.proxyHost");
    expect(remedyFor("build-agent", "jvm-services")).toMatch(/HTTP_PROXY.*-Dhttp\.proxyHost/);
  });

  test("tell Java to split what others want whole", () => {
    const remedyFor = (...components: readonly ComponentId[]) =>
      wordsFor({ code: "proxy-url-malformed", args: { ...SAMPLES["proxy-url-malformed"], components } })
        .remedy;
    expect(remedyFor("jvm-services")).toMatch(/^Give -Dhttp\.proxyHost .* the host alone/);
    expect(remedyFor("shell-commands")).toMatch(/^Write it as http:/);
  });

  test("call the environment what the causes call it", () => {
    const args = { ...SAMPLES["proxy-unreachable"], sources: ["http_proxy (environment)"] };
    expect(wordsFor({ code: "proxy-unreachable", args }).why).toContain(
      "http_proxy (this shell's environment)",
    );
  });

  test("have nothing put beside a star that stands alone", () => {
    const [place] = SAMPLES["bypass-matches-some-clients"].places;
    const places = place === undefined ? [] : [{ ...place, value: "*" }];
    const args = { ...SAMPLES["bypass-matches-some-clients"], places };
    const { remedy } = wordsFor({ code: "bypass-matches-some-clients", args });
    expect(remedy).toContain("in the place of *");
    expect(remedy).not.toContain("may stay");
  });

  test("do not send SSH to a proxy setting", () => {
    const args = { ...SAMPLES["misrouted-direct"], components: ["job-checkout"] } as const;
    const { remedy } = wordsFor({ code: "misrouted-direct", args });
    expect(remedy).toContain("ask the network team for a direct way to ghe.example.com");
    expect(remedy).not.toContain("HTTP_PROXY");
  });

  test("tell a direct way that fails from one that is not wanted", () => {
    const wordsOf = (direct: "fails" | "not-wanted") =>
      wordsFor({ code: "misrouted-direct", args: { ...SAMPLES["misrouted-direct"], direct } }).what;
    expect(wordsOf("fails")).toContain("that fails");
    expect(wordsOf("not-wanted")).not.toContain("fails");
    expect(wordsOf("not-wanted")).toContain("policy");
  });

  test("advise a login that the proxy offers and clients can present", () => {
    const remedyFor = (schemes: readonly string[]) =>
      wordsFor({
        code: "proxy-auth-required",
        args: { ...SAMPLES["proxy-auth-required"], schemes, logins: [] },
      }).remedy;
    expect(remedyFor(["Negotiate", "basic"])).toContain("USER:PASSWORD@HOST:PORT");
    expect(remedyFor(["Negotiate", "NTLM"])).not.toContain("USER:PASSWORD");
    expect(remedyFor([])).toContain("USER:PASSWORD@HOST:PORT");
  });

  test("say who can log in to a proxy, what that takes, and who cannot whatever is set", () => {
    const args = SAMPLES["proxy-auth-required"];
    const { why, remedy } = wordsFor({ code: "proxy-auth-required", args });
    expect(why).toMatch(/Replicated can log in by Basic\. The Java services can log in by Basic\./);
    expect(why).toContain("No setting makes awscli in this shell log in with that.");
    expect(remedy).toMatch(
      /without a login, or to offer Basic, for awscli in this shell\. For Replicated and/,
    );
    expect(remedy).toMatch(
      /For the Java services it takes besides an Authenticator .* and -Djdk\.http\.auth/,
    );
    const nobody = wordsFor({
      code: "proxy-auth-required",
      args: { ...args, schemes: ["NTLM"], logins: [{ components: ["apt", "replicated"] }] },
    });
    expect(nobody.remedy).not.toContain("USER:PASSWORD");
  });

  test("ask the one who can open the way that is missing", () => {
    const remedyFor = (routes: readonly string[]) =>
      wordsFor({ code: "target-timing-out", args: { ...SAMPLES["target-timing-out"], routes } }).remedy;
    expect(remedyFor(["direct"])).not.toContain("the proxy");
    expect(remedyFor(["http://10.0.0.33:3128"])).not.toContain("network team");
    expect(remedyFor(["direct", "http://10.0.0.33:3128"])).toMatch(/network team.*whoever runs the proxy/);
  });

  test("say which machine the metadata is of", () => {
    const args = { ...SAMPLES["metadata-of-another-machine"], ours: "" };
    expect(wordsFor({ code: "metadata-of-another-machine", args }).what).toMatch(
      /is that of i-0fedcba9876543210, not of this machine\.$/,
    );
  });

  test("say of metadata asked direct that it may be right in a container, and advise no bypass list", () => {
    const { proxy: _, ...args } = SAMPLES["metadata-of-another-machine"];
    const { what, why, remedy } = wordsFor({ code: "metadata-of-another-machine", args });
    expect(what).toContain("comes direct");
    expect(why).toMatch(/^In a container that is its host, and right/);
    expect(remedy).not.toContain("NO_PROXY");
  });

  test("tell of a token how it was refused, what that costs, and what mends it", () => {
    const wordsOf = (args: Partial<FindingArgs["metadata-token-refused"]>) =>
      wordsFor({
        code: "metadata-token-refused",
        args: { route: "direct", token: "refused", components: ["aws-commands"], ...args },
      });
    const silent = wordsOf({ token: "silent", without: 200 });
    expect(silent.why).toMatch(/hops.*Without a token it still answers/);
    expect(silent.remedy).toContain("--http-put-response-hop-limit 2");
    const required = wordsOf({ status: 403, without: 401 });
    expect(required.what).toContain("status 403");
    expect(required.why).toMatch(/X-Forwarded-For.*tokens are required.*credentials/);
    expect(required.remedy).not.toContain("hop-limit");
    expect(wordsOf({}).what).toContain("broken off");
    const proxied = wordsOf({ route: "http://10.0.0.33:3128", status: 403, without: 200 });
    expect(proxied.why).toContain("most proxies add");
    expect(proxied.remedy).toMatch(/^Add 169\.254\.169\.254 to the bypass list/);
  });

  test("speak of sudo where its file has the error in the syntax", () => {
    const wordsIn = (source: string) =>
      wordsFor({
        code: "unquoted-value",
        args: { effects: [], places: [{ name: "env_keep+", value: "A B", source }], why: "syntax-error" },
      });
    expect(wordsIn("/etc/sudoers.d/proxy:1").remedy).toMatch(/^Write Defaults env_keep.*visudo -c/);
    expect(wordsIn("/etc/profile.d/proxy.sh:1").remedy).toContain("bash -n /etc/profile.d/proxy.sh");
  });
});

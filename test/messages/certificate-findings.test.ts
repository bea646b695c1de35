import { describe, expect, test } from "vitest";
import { wordsFor } from "../../src/messages/findings.ts";
import type { Reception } from "../../src/model/finding.ts";
import { SAMPLES } from "./sample-findings.ts";

const NOBODY: Reception = { refusing: [], accepting: [], unknown: [] };

const told = (reception: Partial<Reception>) =>
  wordsFor({
    code: "untrusted-certificate",
    args: { ...SAMPLES["untrusted-certificate"], ...NOBODY, ...reception },
  });

describe("a certificate that is refused", () => {
  test("is told of by who refuses, accepts and is not known", () => {
    expect(wordsFor({ code: "untrusted-certificate", args: SAMPLES["untrusted-certificate"] }).what).toBe(
      "ghe.example.com (direct) presents a certificate that not everyone accepts: awscli and the JVM refuse it (unknown issuer); curl and Docker accept it; not known for the containers.",
    );
  });

  test("is told of by each reason, in the number of those who have it", () => {
    const { what } = told({
      refusing: [
        { why: "wrong-name", components: ["jvm-services"] },
        { why: "no-authorities", components: ["aws-commands"] },
      ],
      accepting: ["docker-daemon"],
      unknown: [{ because: "not-found", components: ["nomad-client-jvm"] }],
    });
    expect(what).toMatch(
      /: the Java services refuse it \(for another name\); awscli refuses it \(it has no authorities to go by\); Docker accepts it; not known for the JVM\.$/,
    );
  });

  test("has the store mended of who refuses it, and of nobody else", () => {
    const remedyOf = (...components: Reception["refusing"][number]["components"]) =>
      told({ refusing: [{ why: "unknown-root", components }] }).remedy;
    expect(remedyOf("nomad-client-jvm")).toMatch(/keytool -importcert/);
    expect(remedyOf("nomad-client-jvm")).not.toMatch(/update-ca-certificates|AWS_CA_BUNDLE/);
    expect(remedyOf("docker-daemon")).toMatch(/update-ca-certificates.*Docker reads it when it is restarted/);
    expect(remedyOf("aws-commands")).toMatch(/update-ca-certificates.*AWS_CA_BUNDLE/);
    expect(remedyOf("shell-commands")).not.toMatch(/keytool|Docker/);
  });

  test("has its dates compared with the clock, and no authority installed, where it has expired", () => {
    const { remedy } = told({ refusing: [{ why: "expired", components: ["shell-commands"] }] });
    expect(remedy).toMatch(/clock/);
    expect(remedy).not.toMatch(/authority/);
  });
});

test("interception that everyone is content with leaves nothing to install", () => {
  const args = { ...SAMPLES["tls-interception"], ...NOBODY, accepting: ["shell-commands"] } as const;
  const { what, remedy } = wordsFor({ code: "tls-interception", args });
  expect(what).toMatch(/by CN=Example Interception CA: curl accepts it\.$/);
  expect(remedy).not.toMatch(/Otherwise/);
});

import { expect, test } from "vitest";
import { lint } from "../../src/lint.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { RENDERERS } from "../rig/faces.ts";

/** All that is wrong with proxy settings somewhere, done to settings that name stores. */
const FILES = {
  "/etc/environment": 'SSL_CERT_FILE=/a.pem\nSSL_CERT_FILE=/b.pem\nAWS_CA_BUNDLE="/srv/ca.pem \n',
  "/etc/circle-installation-customizations":
    "AWS_CA_BUNDLE=/a.pem\nexport CURL_CA_BUNDLE=/a, /b\nexport AWS_CA_BUNDLE=/c.pem\n",
  "/etc/systemd/system/docker.service.d/ca.conf": "[Service]\nEnvironment=SSL_CERT_FILE=/a.pem\n",
  "/root/.curlrc": "cacert = /a.pem\n",
  "/etc/replicated.conf": "{}",
};

function linted(files: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>>) {
  const running = { pid: 7, program: "dockerd", commandLine: ["dockerd"], environment };
  const machine = { ...fakeMachine(files, environment), processes: async () => [running] };
  return lint({
    machine,
    flags: { role: "services" },
    only: [],
    skip: [],
    clock: () => new Date(0),
    version: "0",
  });
}

test("what is to be said of proxy settings is said of no other", async () => {
  const report = await linted(FILES, { SSL_CERT_FILE: "/other.pem", NODE_EXTRA_CA_CERTS: "<ca>" });
  expect(report.settings.map(({ name }) => name)).toContain("SSL_CERT_FILE");
  expect(report.findings).toEqual([]);
  expect(report.fixes).toEqual([]);
  expect(report.trustStores).toEqual([]);
  const page = RENDERERS.table(report, { width: 100, colour: false, detail: "full" });
  expect(page).toContain("No proxy setting found");
  expect(page).not.toMatch(/pem|CA_BUNDLE/);
});

test("and what is wrong with a proxy setting beside them is said as before", async () => {
  const wrong = { "/etc/environment": "HTTP_PROXY=10.0.0.33:3128\nHTTP_PROXY=10.0.0.33:3128\n" };
  const codes = async (files: Readonly<Record<string, string>>) =>
    (await linted(files, {})).findings.map(({ code }) => code);
  const beside = { ...wrong, "/etc/environment": `SSL_CERT_FILE=/a.pem\n${wrong["/etc/environment"]}` };
  expect(await codes(beside)).toEqual(await codes(wrong));
  expect(await codes(beside)).toContain("duplicate-assignment");
});

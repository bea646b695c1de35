import { expect, test } from "vitest";
import { installer, licenseApi, registry } from "../../../src/lab/fakes/license-server.ts";
import { askFake } from "../asking.ts";

test("the licence service tells the caller's address", () => {
  const api = licenseApi("203.0.113.7");
  expect(askFake(api, 443, "/market/v1/echo/ip")).toMatchObject({ status: 200, body: "203.0.113.7" });
  expect(askFake(api, 443, "/other").status).toBe(404);
});

test("the installer is a shell script, its health page empty", () => {
  const script = askFake(installer, 443, "/docker?x=1");
  expect(script).toMatchObject({ status: 200, headers: { "Content-Type": "text/x-shellscript" } });
  expect(script.body).toMatch(/^#!\/bin\/bash\n/);
  expect(askFake(installer, 443, "/healthz")).toMatchObject({ status: 200, body: "" });
});

test("the registry asks who may pull", () => {
  const answer = askFake(registry, 443, "/v2/");
  expect(answer.status).toBe(401);
  expect(answer.headers["Www-Authenticate"]).toBe(
    'Bearer realm="https://registry.replicated.com/v2/token",service="registry.replicated.com"',
  );
});

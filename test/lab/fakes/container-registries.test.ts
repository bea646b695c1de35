import { expect, test } from "vitest";
import { dockerAuth, dockerHub, quay } from "../../../src/lab/fakes/container-registries.ts";
import { askFake } from "../asking.ts";

test.each([
  ["Docker Hub", dockerHub, 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"'],
  ["Quay", quay, 'Bearer realm="https://quay.io/v2/auth",service="quay.io"'],
] as const)("%s asks who may pull", (_, fake, challenge) => {
  expect(askFake(fake, 443, "/v2/")).toMatchObject({
    status: 401,
    headers: { "Www-Authenticate": challenge, "Docker-Distribution-Api-Version": "registry/2.0" },
  });
  expect(askFake(fake, 443, "/").status).toBe(404);
});

test("Quay's refusal passes for a page, as the real one's does", () => {
  expect(askFake(quay, 443, "/v2/").headers["Content-Type"]).toMatch(/^text\/html/);
});

test("a token is granted to whoever asks", () => {
  const { status, headers, body } = askFake(dockerAuth, 443, "/token?service=registry.docker.io");
  expect([status, headers["Content-Type"]]).toEqual([200, "application/json; charset=utf-8"]);
  const { token, access_token: same } = JSON.parse(body);
  expect(token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(same).toBe(token);
  expect(askFake(dockerAuth, 443, "/").status).toBe(404);
});

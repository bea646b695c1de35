import { expect, test } from "vitest";
import { registryOf } from "../../../src/lab/fakes/registry.ts";
import { askFake } from "../asking.ts";

test("a registry sends a caller to where tokens are had, and has nothing else", () => {
  const registry = registryOf("https://tokens.example/get", "images.example");
  const answer = askFake(registry, 443, "/v2/");
  expect(answer).toMatchObject({
    status: 401,
    headers: {
      "Docker-Distribution-Api-Version": "registry/2.0",
      "Www-Authenticate": 'Bearer realm="https://tokens.example/get",service="images.example"',
    },
  });
  expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ code: "UNAUTHORIZED" }] });
  expect(askFake(registry, 443, "/v2/library/ubuntu/manifests/latest").status).toBe(404);
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/deploy/ansible.test.ts"],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/network/*.test.ts"],
    // They share one network: its routes, its rules, its name servers.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

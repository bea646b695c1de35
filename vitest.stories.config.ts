import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/network/stories/*.test.ts"],
    globalSetup: "test/network/company/build-drivers.ts",
    // Each file has a company of its own, and a machine has few processors.
    maxWorkers: 2,
    // Real programs with limits of their own; on a busy machine a JVM may take longer to start than one of them.
    retry: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});

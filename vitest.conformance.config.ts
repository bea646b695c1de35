import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/conformance/*.test.ts"],
    setupFiles: "test/rig/chance.ts",
    // One recorder holds the network's only port 53.
    fileParallelism: false,
  },
});

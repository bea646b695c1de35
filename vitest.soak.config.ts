import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/network/soak/*.test.ts"],
    setupFiles: "test/rig/chance.ts",
    globalSetup: "test/network/soak/build-watcher.ts",
    hookTimeout: 240_000,
  },
});

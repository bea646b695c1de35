import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These need more than Node: `npm run conformance`, `npm run network`, `npm run browser`, `npm run package:test`.
    exclude: [
      ...configDefaults.exclude,
      "test/conformance/**",
      "test/network/**",
      "test/browser/**",
      "test/package/**",
    ],
    testTimeout: 20_000,
  },
});

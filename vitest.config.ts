import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These belong in the enclosure: `npm run conformance`, `npm run network`.
    exclude: [...configDefaults.exclude, "test/conformance/**", "test/network/**"],
    testTimeout: 20_000,
  },
});

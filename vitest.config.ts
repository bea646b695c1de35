import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These make real programs call, and belong in the enclosure: `npm run conformance`.
    exclude: [...configDefaults.exclude, "test/conformance/**"],
    testTimeout: 20_000,
  },
});

import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These need a network of their own and the real programs: `npm run conformance`.
    exclude: [...configDefaults.exclude, "test/conformance/**"],
    testTimeout: 20_000,
  },
});

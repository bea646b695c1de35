import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These need more than Node: `npm run conformance`, `npm run network`, `npm run test:deploy`, `npm run browser`.
    exclude: [
      ...configDefaults.exclude,
      "test/conformance/**",
      "test/network/**",
      "test/deploy/ansible.test.ts",
      "test/browser/**",
    ],
    testTimeout: 20_000,
  },
});

import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: "test/rig/chance.ts",
    // These need more than Node: `npm run conformance`, `network`, `test:deploy`, `browser`, `package:test`.
    exclude: [
      ...configDefaults.exclude,
      "test/conformance/**",
      "test/network/**",
      "test/deploy/ansible.test.ts",
      "test/browser/**",
      "test/package/**",
    ],
    // Most tests are of pure functions; to start a process for each file took longer than they do. So files share
    // their modules: what a test puts in a module's place (vi.mock) comes too late; it is given as an argument.
    isolate: false,
    maxWorkers: "100%",
    testTimeout: 60_000,
  },
});

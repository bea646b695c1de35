import { PROBES } from "../../probes/index.ts";
import type { Installation } from "../../src/model/installation.ts";
import { isConfigured, type Target } from "../../src/model/target.ts";
import { fakeInstallation } from "./installation.ts";

/** An installation that has every target there is. */
export const WHOLE: Installation = fakeInstallation({
  role: "services",
  onEc2: "yes",
  init: "systemd",
  services: "10.0.1.238",
  ghe: "ghe.example.com",
  bucket: "my-bucket",
});

/** Every target that is asked something over HTTP. */
export const ASKED: readonly Target[] = Object.values(PROBES)
  .flatMap((probe) => probe(WHOLE))
  .filter(isConfigured)
  .filter(({ exchange }) => exchange.kind === "http" || exchange.kind === "instance-identity");

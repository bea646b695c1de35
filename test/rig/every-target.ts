import { PROBES } from "../../probes/index.ts";
import type { Installation } from "../../src/model/installation.ts";
import { isConfigured, type Target } from "../../src/model/target.ts";

/** An installation that has every target there is. */
export const WHOLE: Installation = {
  role: "services",
  egress: "standard",
  region: "us-east-1",
  onEc2: "yes",
  addresses: [],
  programs: {},
  init: "systemd",
  found: {},
  services: "10.0.1.238",
  ghe: "ghe.example.com",
  bucket: "my-bucket",
};

/** Every target that is asked something over HTTP. */
export const ASKED: readonly Target[] = Object.values(PROBES)
  .flatMap((probe) => probe(WHOLE))
  .filter(isConfigured)
  .filter(({ exchange }) => exchange.kind === "http" || exchange.kind === "instance-identity");

import type { Installation } from "../../src/model/installation.ts";

/** An installation of which nothing is known, with what is said of it. */
export function fakeInstallation(parts: Partial<Installation>): Installation {
  return {
    role: "workstation",
    egress: "standard",
    region: "us-east-1",
    onEc2: "unknown",
    addresses: [],
    programs: {},
    init: "unknown",
    found: {},
    ...parts,
  };
}

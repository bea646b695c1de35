import { expect, test } from "vitest";
import { circleCustomizations } from "../../src/discover/circle-customizations.ts";
import { filesAt, readSource } from "./read-source.ts";

test("those of the installation, then those of each service", async () => {
  const files = filesAt(
    "/etc/circleconfig/vm-service/customizations",
    "/etc/circleconfig/schedulerer/customizations",
    "/etc/circleconfig/schedulerer/other",
    "/etc/circleconfig/customizations",
    "/etc/circle-installation-customizations",
  );
  expect(await readSource(circleCustomizations, files)).toEqual([
    "/etc/circle-installation-customizations shell",
    "/etc/circleconfig/schedulerer/customizations shell",
    "/etc/circleconfig/vm-service/customizations shell",
  ]);
});

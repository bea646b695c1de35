import { expect, test } from "vitest";
import { renderFixes, renderWritten } from "../../../src/render/terminal/fix-sheet.ts";
import { deadProxy } from "../reports.ts";

test("what could not be read or understood is named, also where there is nothing to fix", () => {
  const told = renderFixes(
    {
      ...deadProxy,
      findings: [],
      fixes: [],
      unreadable: [{ path: "/etc/environment", reason: "permission denied" }],
      fileFaults: [
        {
          path: "/etc/docker/daemon.json",
          loader: "docker-daemon-json",
          line: 3,
          kind: "syntax-error",
          text: "}",
        },
      ],
    },
    { colour: false, width: 80 },
  );
  expect(told).toMatch(/^Nothing to fix: no finding\.\n/);
  expect(told).toContain("not read: /etc/environment (permission denied)");
  expect(told).toContain("not understood: /etc/docker/daemon.json:3");
});

test("what was written through a link is taken back where the link leads, and the link is kept", () => {
  const told = renderWritten(
    [{ kind: "written", path: "/etc/customizations", file: "/opt/real", backup: "/opt/real.T.bak" }],
    [],
    { colour: false, width: 80 },
  );
  expect(told).toContain("  sudo mv /opt/real.T.bak /opt/real\n");
});

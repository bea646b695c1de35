import { expect, test } from "vitest";
import { renderFixes, renderWritten } from "../../../src/render/terminal/fix-sheet.ts";
import { deadProxy, misroutedMetadata } from "../reports.ts";

test("where a setting would help, only the change of a file is said not to be found", () => {
  const face = { colour: false, width: 120 };
  const kept = renderFixes({ ...misroutedMetadata, fixes: [] }, face);
  expect(kept).toMatch(/^No change of a file was found that mends what is wrong \(\d+ findings?\);/);
  expect(kept).toContain("misrouted-to-proxy (no change of a file was found that mends it)");
  expect(kept).not.toMatch(/no (?:change of a )?setting mends/i);
  expect(renderFixes(deadProxy, face)).toContain("(no change of a setting mends it)");
});

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

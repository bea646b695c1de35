import { expect, test } from "vitest";
import { renderHtml } from "../../../src/render/html/report.ts";
import { renderJunit } from "../../../src/render/junit/report.ts";
import { renderFixes } from "../../../src/render/terminal/fix-sheet.ts";
import { toldInOrder } from "../../../src/render/told/in-order.ts";
import { asksIn } from "../../../src/render/told/network-asks.ts";
import { overviewOf } from "../../../src/render/told/overview.ts";
import { deadProxy, misroutedMetadata } from "../reports.ts";

test("it is said from where and when was measured, without addresses that nobody else sees", () => {
  const installation = {
    ...deadProxy.installation,
    hostname: "ci-1",
    addresses: ["127.0.0.1", "::1", "10.0.1.238", "172.17.0.1", "fe80::1"],
  };
  expect(asksIn({ ...deadProxy, installation })?.from).toContain(
    "This machine is the Services machine ci-1 and 10.0.1.238, and this is what it saw on 2026-11-24 03:00:00 UTC.",
  );
  expect(asksIn(misroutedMetadata)).toBeUndefined();
});

test("what is asked alike because of several findings is asked once", () => {
  const [, lost] = deadProxy.fixes;
  const finding = deadProxy.findings.find(({ id }) => id === lost?.findings[0]);
  if (lost === undefined || finding === undefined) throw new Error("no such fixture");
  const web = { ...finding, id: "target-timing-out:services-machine/web" };
  const fixes = [
    ...deadProxy.fixes,
    { ...lost, id: "other", findings: [web.id], targets: ["services-machine/web" as const] },
  ];
  const asks = asksIn({ ...deadProxy, findings: [...deadProxy.findings, web], fixes })?.asks ?? [];
  expect(asks).toHaveLength(2);
  expect(asks[1]?.what).toContain("10.0.1.238:443 and 10.0.1.238:8585");
});

test("a page gathers it in a section of its own, and counts none of it among what was tried in vain", () => {
  const page = renderHtml(deadProxy);
  expect(page).toMatch(/<h2 id="network-team">For the network team<\/h2>\n<p>No way/);
  expect(page).toContain("<p>See that the proxy http://10.0.0.33:3128 runs");
  expect(page).toContain('<a href="#network-team">what stands under');
  expect(page).not.toContain("Tried in vain");
  expect(renderHtml(misroutedMetadata)).not.toContain("network-team");
});

test("a case of JUnit tells it where it stands", () => {
  expect(renderJunit(deadProxy, {})).toContain("  ask: See that the proxy http://10.0.0.33:3128 runs");
});

test("fix tells it behind all that it can change", () => {
  const told = renderFixes(deadProxy, { colour: false, width: 80 });
  expect(told).toMatch(/^No setting mends/);
  expect(told).toContain('  ask    what stands under "For the network team"\n');
  expect(told.trimEnd()).toMatch(
    /For the network team:\n {2}No way[\s\S]*Seen direct: timed out after 5\.0 s\.$/,
  );
  expect(told).not.toContain("tried");
});

test("a change comes first, and then what is handed on", () => {
  const [asked] = deadProxy.fixes;
  const [finding] = deadProxy.findings;
  if (asked === undefined || finding === undefined) throw new Error("no such fixture");
  const both = {
    ...misroutedMetadata,
    findings: [...misroutedMetadata.findings, finding],
    fixes: [...misroutedMetadata.fixes, asked],
  };
  expect(overviewOf(both, toldInOrder(both.findings)).next).toBe(
    'make the verified change in /etc/environment, restart what reads it, and hand on what stands under "For the network team"; then run proxy-doctor check again.',
  );
});

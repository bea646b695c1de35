import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import type { Fleet } from "../../src/model/fleet.ts";
import { LONGEST } from "../../src/render/markdown/report.ts";
import { columnsTaken } from "../../src/render/terminal/width.ts";
import { FLEET_RENDERERS } from "../rig/faces.ts";
import { fleetFrom, machine, machines } from "../rig/fleet.ts";
import { anyReport } from "./any-report.ts";
import { full } from "./html/full-report.ts";
import { hostileCopy, TRICKS } from "./html/hostile.ts";
import { parsed } from "./html/parsed.ts";
import { deadProxy, healthy, misroutedMetadata } from "./reports.ts";

const PLAIN = { width: 80, colour: false };
const faces = Object.entries(FLEET_RENDERERS);

const eight = fleetFrom([
  ...machines(healthy, 5),
  ...machines(misroutedMetadata, 1, 7),
  machine(healthy, "services.example.com"),
  machine(deadProxy, "laptop", { role: "workstation" }),
]);
const threeHundred = fleetFrom(
  [
    ...machines(healthy, 290),
    ...machines(misroutedMetadata, 8, 301),
    ...machines(deadProxy, 1, 500),
    machine(healthy, "services.example.com"),
    { ...machine(healthy, "services.example.com"), startedAt: "2026-11-20T00:00:00.000Z" },
  ],
  [{ file: "reports/torn.json", why: "breaks off at line 1, column 20" }],
);
const FLEETS: Readonly<Record<string, Fleet>> = {
  one: fleetFrom([machine(misroutedMetadata, "services")]),
  eight,
  "three-hundred": threeHundred,
  none: fleetFrom([], [{ file: "reports/empty.json", why: "is empty" }]),
};

describe.each(Object.entries(FLEETS))("a fleet of %s", (name, fleet) => {
  test("at a terminal", async () => {
    await expect(FLEET_RENDERERS.table(fleet, PLAIN)).toMatchFileSnapshot(`golden/fleet-${name}-80.txt`);
  });

  test("in a ticket", async () => {
    await expect(FLEET_RENDERERS.markdown(fleet, PLAIN)).toMatchFileSnapshot(`golden/fleet-${name}.md`);
  });

  test.each([40, 80, 132, 200])("is no wider than %d columns", (width) => {
    const text = FLEET_RENDERERS.table(fleet, { width, colour: false });
    const copied = /proxy-doctor replay/;
    const wide = text.split("\n").filter((line) => columnsTaken(line) > width && !copied.test(line));
    expect(wide).toEqual([]);
  });
});

test("colour adds nothing but colour, and ASCII is all that is shown where no more can be", () => {
  const coloured = FLEET_RENDERERS.table(eight, { ...PLAIN, colour: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(coloured.replace(/\u001b\[[0-9;]*m/g, "")).toBe(FLEET_RENDERERS.table(eight, PLAIN));
  expect(FLEET_RENDERERS.table(eight, { ...PLAIN, glyphs: "ascii" })).toMatch(/^[\n -~]*$/);
});

test("the odd one, the setting and both values are told in every face", () => {
  const setting = (value: string, line: number) => ({
    ...{ name: "no_proxy", value, exported: true },
    source: { kind: "file", path: "/etc/environment", line, loader: "pam-env" } as const,
  });
  const fleet = fleetFrom([
    ...machines({ ...healthy, settings: [setting("169.254.169.254", 4)] }, 3),
    ...machines({ ...misroutedMetadata, settings: [setting("localhost", 9)] }, 1, 8),
  ]);
  for (const [face, render] of faces) {
    const told = render(fleet, PLAIN);
    for (const part of ["nomad-8", "no_proxy", "/etc/environment:4", "/etc/environment:9", "localhost"]) {
      expect(told, face).toContain(part);
    }
  }
});

describe("whatever stands in reports", () => {
  const hostile = fleetFrom([
    ...machines(healthy, 2),
    machine(hostileCopy(full, TRICKS.join(" ")), TRICKS.join(" ")),
    machine(hostileCopy(healthy, "x".repeat(100_000)), `${"y".repeat(5000)}`),
    ...TRICKS.map((trick, at) => machine(hostileCopy(misroutedMetadata, trick), `${trick}${at}`)),
  ]);
  const shape = shapeOf(
    FLEET_RENDERERS.html(fleetFrom([machine(full, "a"), ...machines(deadProxy, 1)]), PLAIN),
  );

  test.each(faces)(
    "as %s it holds no control or format character",
    (_, render) => {
      const found = render(hostile, PLAIN).match(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu);
      expect(found ?? []).toEqual([]);
    },
    60_000,
  );

  test("a page has no element, anchor or link of it, and no error", () => {
    const page = parsed(FLEET_RENDERERS.html(hostile, PLAIN));
    expect(page.errors).toEqual([]);
    const names = page.elements.map(({ name }) => name);
    expect(names.filter((name) => !shape.has(name) && !["span", "ul", "li"].includes(name))).toEqual([]);
    for (const { attributes } of page.elements) {
      expect(attributes["id"] ?? "ours").toMatch(/^[a-z][a-z0-9-]*$/);
      expect(attributes["href"] ?? "#ours").toMatch(/^#[a-z][a-z0-9-]*$/);
    }
  });

  test("a ticket has no link, picture, HTML or mention of it", () => {
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 1, maxLength: 3 }), (reports) => {
        const told = reports.map((report, at) => machine(report, `box-${at}`));
        const text = FLEET_RENDERERS.markdown(fleetFrom([...told, ...machines(healthy, 1)]), PLAIN);
        const tokens = tokensOf(text);
        const ours = /^<(?:br|\/?details|\/?summary)>$|^\n?<(?:details|\/details)/;
        expect(tokens.filter(({ type }) => ["link", "image", "del", "em"].includes(type))).toEqual([]);
        const html = tokens.filter(({ type }) => type === "html").map(({ raw }) => raw);
        expect(html.filter((raw) => !ours.test(raw))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("is cut to what GitHub takes, and to what a page can be", () => {
    expect(FLEET_RENDERERS.markdown(hostile, PLAIN).length).toBeLessThanOrEqual(LONGEST);
    expect(FLEET_RENDERERS.html(hostile, PLAIN).length).toBeLessThan(3_000_000);
  });

  test("a password that a report should not hold is not told", () => {
    const leaking = {
      ...misroutedMetadata,
      settings: [
        {
          ...{ name: "http_proxy", value: "http://ann:hunter2@10.0.0.33:3128", exported: true },
          source: { kind: "environment" } as const,
        },
      ],
    };
    const fleet = fleetFrom([...machines(healthy, 2), ...machines(leaking, 1, 9)]);
    for (const [face, render] of faces) expect(render(fleet, PLAIN), face).not.toContain("hunter2");
  });
});

type Token = { readonly type: string; readonly raw: string };

function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  marked.walkTokens(marked.lexer(text), (token) => {
    found.push(token);
  });
  return found;
}

function shapeOf(page: string): ReadonlySet<string> {
  return new Set(parsed(page).elements.map(({ name }) => name));
}

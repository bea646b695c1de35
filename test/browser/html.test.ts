import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { renderFleetHtml } from "../../src/render/html/fleet/page.ts";
import { renderHtml } from "../../src/render/html/report.ts";
import { full, large } from "../render/html/full-report.ts";
import { hostileCopy, TRICKS } from "../render/html/hostile.ts";
import { deadProxy, healthy, misroutedMetadata } from "../render/reports.ts";
import { fleetFrom, machine, machines } from "../rig/fleet.ts";
import { BROWSER, type Shown, show, startBrowser, type View } from "./chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Expressions for the page itself, as text: what they name is in no type of Node's. */
const VIOLATIONS = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(" ")))`;
const UNFOLD = `for (const each of document.querySelectorAll("details")) each.open = true`;
const HIDDEN = `[...document.querySelectorAll("main dd, main li, main td")]
  .filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length`;
const COPY_DIFF = `getSelection().selectAllChildren(document.querySelector("pre.diff")), getSelection().toString()`;

/** Of the page of 200 targets on four routes, each with all that can be told of it. */
const MOST_BYTES = 1_750_000;
const PHONE = 375;
const DESK = 1280;
const VIEWS: readonly View[] = [PHONE, DESK].flatMap((width) => [
  { width, scheme: "light" },
  { width, scheme: "dark" },
]);
/** What is the same in another colour is looked at once. */
const FEWER_VIEWS: readonly View[] = [
  { width: PHONE, scheme: "dark" },
  { width: DESK, scheme: "light" },
];
const REPORTS: Readonly<Record<string, Report>> = {
  healthy,
  full,
  settings: { ...full, judges: "settings", observations: [] },
  hostile: hostileCopy(full, TRICKS.join(" ")),
  large: large(200),
};

const FLEETS = {
  fleet: fleetFrom(
    [
      ...machines(healthy, 40),
      ...machines(misroutedMetadata, 3, 60),
      machine(deadProxy, "a-name-of-many-letters-for-a-machine.build.eu-central-1.example.com"),
    ],
    [{ file: "reports/torn.json", why: "breaks off at line 1, column 20" }],
  ),
  "hostile-fleet": fleetFrom([
    ...machines(healthy, 2),
    ...TRICKS.map((trick, at) => machine(hostileCopy(full, trick), `${trick}${at}`)),
  ]),
};

if (BROWSER === undefined) process.stderr.write("No chromium here: the page is not looked at.\n");

describe.skipIf(BROWSER === undefined)("in a browser", () => {
  // Screenshots are left for who wants to look at them, where they are asked for.
  const kept = process.env["SCREENSHOTS"];
  const folder = kept ?? mkdtempSync(join(tmpdir(), "proxy-doctor-pages-"));
  const urlOf = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href;
  let browser: Browser;

  beforeAll(async () => {
    for (const [name, shown] of Object.entries(REPORTS)) {
      writeFileSync(join(folder, `${name}.html`), renderHtml(shown));
    }
    for (const [name, shown] of Object.entries(FLEETS)) {
      writeFileSync(join(folder, `${name}.html`), renderFleetHtml(shown));
    }
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  });

  const seen = async (name: string, view: View, look: (shown: Shown) => Promise<void>) => {
    const shown = await show(browser, urlOf(name), view);
    try {
      await look(shown);
      expect(shown.complaints).toEqual([]);
      expect(shown.requests).toEqual([urlOf(name)]);
    } finally {
      await shown.page.context().close();
    }
  };

  describe.each([
    ["full", VIEWS],
    ["healthy", FEWER_VIEWS],
    ["settings", FEWER_VIEWS],
    ["hostile", FEWER_VIEWS],
    ["fleet", VIEWS],
    ["hostile-fleet", FEWER_VIEWS],
  ] as const)("the page of %s", (name, views) => {
    test.each(views)("breaks no rule of axe at $width, $scheme, and fits", async (view) => {
      await seen(name, view, async ({ page }) => {
        await page.screenshot({
          path: join(folder, `${name}-${view.width}-${view.scheme}.png`),
          fullPage: true,
        });
        expect(await overhang(page)).toBeLessThanOrEqual(0);
        await page.evaluate(UNFOLD);
        expect(await overhang(page)).toBeLessThanOrEqual(0);
        expect(await violations(page)).toEqual([]);
      });
    });
  });

  test.each(["full", "settings"])("of %s can be read and unfolded without scripts", async (name) => {
    await seen(name, { width: DESK, scheme: "light", scripts: false }, async ({ page }) => {
      const folded = page.locator("main details.fold").last();
      await folded.locator("summary").click();
      expect(await folded.locator("td").first().isVisible()).toBe(true);
    });
  });

  test("prints on A4 with everything unfolded", async () => {
    await seen("full", { width: DESK, scheme: "dark" }, async ({ page }) => {
      const pdf = await page.pdf({ path: join(folder, "full.pdf"), preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      await page.emulateMedia({ media: "print" });
      const hidden = await page.evaluate(HIDDEN);
      expect(hidden).toBe(0);
      const paper = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(paper).toBe("rgb(255, 255, 255)");
    });
  });

  test("gives a diff to the clipboard as it stands", async () => {
    await seen("full", { width: PHONE, scheme: "light" }, async ({ page }) => {
      const copied = await page.evaluate(COPY_DIFF);
      expect(`${copied}\n`).toBe(full.fixes[0]?.diff);
    });
  });

  test("unfolds what a link leads to", async () => {
    await seen("full", { width: DESK, scheme: "light" }, async ({ page }) => {
      await page.locator("table a", { hasText: "license-server/registry-data" }).first().click();
      const target = page.locator("details:target");
      await target.locator("summary").first().press("Enter");
      expect(await target.locator("svg").first().isVisible()).toBe(true);
    });
  });

  test("opens two hundred targets on four routes on a phone", async () => {
    await seen("large", { width: PHONE, scheme: "light" }, async ({ page }) => {
      expect(await page.locator("details.target").count()).toBe(200);
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(statSync(join(folder, "large.html")).size).toBeLessThan(MOST_BYTES);
    });
  });
});

/** By how much the page is wider than the window. */
function overhang(page: Shown["page"]): Promise<unknown> {
  return page.evaluate("document.documentElement.scrollWidth - innerWidth");
}

/** What axe-core finds, by all its rules and best practices: rule, and the first elements that break it. */
async function violations(page: Shown["page"]): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(VIOLATIONS);
}

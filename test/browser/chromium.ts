import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The installed browser; `undefined` where there is none. */
export const BROWSER = PLACES.find(existsSync);

/** Starts it without a window. It downloads nothing, and calls nobody of its own accord. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER ?? "chromium",
    // Root, as whom tests run in a container, is let in by no sandbox.
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });
}

/** How a page is looked at. */
export type View = {
  readonly width: number;
  readonly scheme: "light" | "dark";
  readonly scripts?: boolean;
};

/** A page that is being looked at, and all that it asked for and complained of since. */
export type Shown = {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
};

/** Opens a file. Nothing but it can be loaded. */
export async function show(
  browser: Browser,
  url: string,
  { width, scheme, scripts = true }: View,
): Promise<Shown> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    offline: true,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, requests, complaints };
}

import type { ChildProcess } from "node:child_process";
import { MASK } from "../../model/mark.ts";
import { scrub } from "../../model/redact.ts";
import { type Proxy, proxyId } from "../../model/route.ts";
import { fault } from "../fault.ts";
import { startHelper } from "../names/helper.ts";

/** A proxy that a script names, or `direct`. */
export type ScriptsChoice = Proxy | "direct";

/** The kinds of a script's entries; SOCKS leaves names to the proxy, as pac-proxy-agent and browsers have it. */
const SCHEMES: Readonly<Record<string, Proxy["scheme"]>> = {
  PROXY: "http",
  HTTP: "http",
  HTTPS: "https",
  SOCKS: "socks5h",
  SOCKS4: "socks4a",
  SOCKS5: "socks5h",
};

type Answer = { readonly id: number; readonly answer?: string; readonly error?: string };
type Runner = { readonly child: ChildProcess; readonly waiting: Map<number, (answer: Answer) => void> };

/** One process for each script that is being asked; it ends with the last question. */
const runners = new Map<string, Runner>();
let questions = 0;

/** What a script says to a URL: its words, without logins, and the ways that they name, at least one. */
type Advice = { readonly answer: string; readonly choices: readonly ScriptsChoice[] };

const LONGEST_ANSWER = 1000;
/** So many entries of an answer are tried; real ones name two or three. */
const MOST_CHOICES = 8;

/**
 * Runs a proxy auto-configuration script for a URL. It runs in a process of its own, which is killed when nobody
 * waits for it any more.
 */
export async function askScript(script: string, url: string, signal: AbortSignal): Promise<Advice> {
  const { answer = "", error } = await run(script, url, signal);
  if (error !== undefined) throw fault("pac-failed", error);
  const choices = answer.split(";").flatMap((entry) => readEntry(entry) ?? []);
  const shown = scrub(answer.slice(0, LONGEST_ANSWER).replace(/[^\s;]+@/g, `${MASK}@`));
  if (choices.length === 0) throw fault("pac-failed", `the script answers ${JSON.stringify(shown)}`);
  return { answer: shown, choices: choices.slice(0, MOST_CHOICES) };
}

function readEntry(entry: string): ScriptsChoice | undefined {
  const [keyword = "", address = ""] = entry.trim().split(/\s+/);
  if (keyword.toUpperCase() === "DIRECT") return "direct";
  const scheme = SCHEMES[keyword.toUpperCase()];
  const [, host, digits] = /^\[?([^\]@]{1,255}?)\]?:(\d{1,5})$/.exec(address) ?? [];
  const port = Number(digits);
  if (scheme === undefined || host === undefined || port < 1 || port > 65_535) return undefined;
  const endpoint = { scheme, host, port };
  return { ...endpoint, id: proxyId(endpoint) };
}

function run(script: string, url: string, signal: AbortSignal): Promise<Answer> {
  const runner = runners.get(script) ?? start(script);
  const id = questions++;
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      signal.removeEventListener("abort", giveUp);
      runner.waiting.delete(id);
      if (runner.waiting.size === 0) {
        if (runners.get(script) === runner) runners.delete(script);
        runner.child.kill("SIGKILL");
      }
      resolve(answer);
    };
    const giveUp = () => settle({ id, error: "stopped" });
    signal.addEventListener("abort", giveUp, { once: true });
    runner.waiting.set(id, settle);
    runner.child.send({ id, script, url }, (error) => {
      if (error !== null) settle({ id, error: "the script's process has ended" });
    });
  });
}

function start(script: string): Runner {
  const child = startHelper();
  const waiting: Runner["waiting"] = new Map();
  const fail = () => {
    for (const [id, settle] of waiting) settle({ id, error: "the script's process has ended" });
  };
  child.on("message", (answer: Answer) => waiting.get(answer.id)?.(answer));
  child.on("error", fail).on("exit", fail);
  const runner = { child, waiting };
  runners.set(script, runner);
  return runner;
}

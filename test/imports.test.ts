import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { codeOf } from "./rig/code-of.ts";

/** What each part of the house may import, and why no more. Parts and modules are matched by their beginning. */
const TABLE: Readonly<
  Record<string, { parts: readonly string[]; modules: readonly string[]; because: string }>
> = {
  "src/model": { parts: [], modules: [], because: "the vocabulary knows no machinery" },
  probes: { parts: ["src/model"], modules: [], because: "a probe is data: anyone can read and add one" },
  "src/formats": {
    parts: ["src/model"],
    modules: [],
    because: "a grammar is pure, and read and written in one place, by discover and by fix",
  },
  "src/discover": {
    parts: ["src/model", "src/formats"],
    modules: ["node:fs", "node:os", "node:path", "node:util", "node:child_process"],
    because: "it is the only reader of the machine, and runs a program only to ask its version",
  },
  "src/capture": {
    parts: ["src/model", "src/formats"],
    modules: [],
    because: "what a report may hold of what was found is made in one place, before there is a report",
  },
  "src/decide": {
    parts: ["src/model", "src/formats"],
    modules: ["ipaddr.js"],
    because: "deciding is pure, so it can be replayed; options inside a value are read by their one grammar",
  },
  "src/plan.ts": { parts: ["src/model"], modules: [], because: "a plan is data made from data" },
  "src/parts": {
    parts: ["src/measure/names", "src/observe"],
    modules: ["node:url", "node:worker_threads"],
    because: "it starts what runs in a process or thread of its own, and has no other work",
  },
  "src/measure": {
    parts: ["src/model", "src/parts/program.js"],
    modules: ["node:", "undici", "pac-resolver", "quickjs-wasi", "socks", "p-limit", "valibot"],
    because: "it is the only user of the network, and judges nothing",
  },
  "src/diagnose": {
    parts: ["src/model", "src/decide"],
    modules: [],
    because: "judging is pure, so it can be replayed",
  },
  "src/fix": {
    parts: ["src/model", "src/formats", "src/decide", "src/diagnose"],
    modules: ["diff"],
    because: "a fix is verified by judging again, without touching the machine",
  },
  "src/apply": {
    parts: ["src/model", "src/discover/ways-below.ts"],
    modules: ["node:"],
    because: "it writes the files it is given, where they were read, and knows nothing of what they say",
  },
  "src/generate": {
    parts: ["probes", "src/model", "src/formats", "src/decide"],
    modules: [],
    because:
      "files are made of policy, of what clients read and of the grammars, and of nothing that is there",
  },
  "src/messages": { parts: ["src/model"], modules: [], because: "words are made from codes alone" },
  "src/render": {
    parts: ["src/model", "src/messages"],
    modules: ["cli-table3", "string-width", "wrap-ansi", "node:util", "node:crypto"],
    because: "one report, many faces: a face sees nothing but the report",
  },
  "src/fleet": {
    parts: ["src/model", "src/messages"],
    modules: [],
    because: "many reports are compared by what each says alone; its words for a finding are a part of that",
  },
  "src/watch": {
    parts: ["src/model"],
    modules: [],
    because: "what changed between two reports is told by the reports alone",
  },
  "src/lab": {
    parts: ["src/model", "src/measure/network.ts", "src/discover/machine.ts"],
    modules: ["node:", "proxy-chain", "selfsigned"],
    because: "a world, not a shortcut: it enters by the same two doors as the real one",
  },
  "src/observe": {
    parts: ["src/model", "src/parts/program.js", "package.json"],
    modules: ["node:", "dns-packet", "p-limit", "undici", "proxy-agent"],
    because: "it runs real programs, in a network that nothing leaves, and nothing else does",
  },
  "src/tunnel": {
    parts: ["probes", "src/model", "src/plan.ts", "src/measure"],
    modules: ["node:"],
    because: "it asks the ports as check does, runs ssh, and nothing else does",
  },
  "src/conclude.ts": {
    parts: ["probes", "src/model", "src/diagnose", "src/fix"],
    modules: [],
    because: "a saved report is judged again by it, without a machine and without a network",
  },
  "src/examine.ts": {
    parts: [
      "probes",
      "src/model",
      "src/discover",
      "src/capture",
      "src/decide",
      "src/plan.ts",
      "src/conclude.ts",
      "src/fix",
    ],
    modules: [],
    because: "the way from a machine to a report knows every room but the network, the face and the door",
  },
  "src/saved": {
    parts: ["src/model", "src/formats", "docs/report.schema.json"],
    modules: [],
    because: "a report that was saved is known by its schema, and by nothing that runs",
  },
  "src/replay.ts": {
    parts: ["src/model", "src/plan.ts", "src/conclude.ts", "src/fix"],
    modules: [],
    because:
      "what judges a saved report again loads neither what reads a machine nor what could send something",
  },
  "src/share": {
    parts: ["probes", "src/model", "src/formats", "src/decide", "src/diagnose", "src/conclude.ts"],
    modules: ["node:crypto", "node:url", "ipaddr.js"],
    because: "names are replaced in what was found and seen, and what follows is judged again, not rewritten",
  },
  "src/lint.ts": {
    parts: ["src/model", "src/examine.ts"],
    modules: [],
    because: "what judges settings alone does not even load what could send something",
  },
  "src/prospect.ts": {
    parts: ["src/model", "src/discover", "src/decide", "src/plan.ts", "src/examine.ts"],
    modules: [],
    because: "what would be sent is told without what could send it",
  },
  "src/doctor.ts": {
    parts: ["src/model", "src/discover", "src/decide", "src/measure", "src/prospect.ts", "src/examine.ts"],
    modules: [],
    because: "the main job is the way through the house with the network measured on it",
  },
  "src/index.ts": {
    parts: [
      "src/model",
      "src/discover",
      "src/decide",
      "src/measure",
      "src/diagnose",
      "src/doctor.ts",
      "src/saved",
      "src/replay.ts",
    ],
    modules: [],
    because: "the library is the house without its command line",
  },
  "src/version.ts": { parts: ["package.json"], modules: [], because: "the version has one home" },
  "src/cli": {
    parts: [
      "probes",
      "src/model",
      "src/plan.ts",
      "src/doctor.ts",
      "src/prospect.ts",
      "src/examine.ts",
      "src/lint.ts",
      "src/saved",
      "src/replay.ts",
      "src/share",
      "src/apply",
      "src/generate",
      "src/messages",
      "src/render",
      "src/watch",
      "src/fleet",
      "src/lab",
      "src/version.ts",
      "src/parts/program.js",
      "docs/config.schema.json",
      "docs/fleet.schema.json",
      "src/discover",
      "src/measure",
      "src/decide",
      "src/observe",
      "src/tunnel",
    ],
    modules: ["node:", "commander", "fastest-levenshtein", "ora", "tar-stream", "valibot", "yaml"],
    because: "it talks to the person and opens the world, and leaves the judging to the others",
  },
};

/** The outside world, by the names under which JavaScript reaches it without an import. */
const AMBIENT = /\b(process|console|Date\.now|new Date\(\)|performance|setTimeout|setInterval|fetch)\b/;
const MAY_TOUCH_THE_WORLD = [
  "src/discover",
  "src/measure",
  "src/observe",
  "src/tunnel",
  "src/lab",
  "src/parts",
  "src/apply",
  "src/cli",
];

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = [...filesIn("src"), ...filesIn("probes")];

describe("the import table", () => {
  test("has a row for every source file, and a file for every row", () => {
    for (const source of sources) expect(rowOf(source), `${source} has no row`).toBeDefined();
    for (const row of Object.keys(TABLE)) expect(existsSync(join(root, row)), `${row} is gone`).toBe(true);
  });

  test.each(sources)("%s keeps to its row", (source) => {
    const row = rowOf(source) ?? "";
    const allowed = TABLE[row];
    for (const name of importsOf(source)) {
      const why = `${source} imports ${name}, but ${allowed?.because}`;
      if (!name.startsWith(".")) {
        expect(
          allowed?.modules.some((module) => isWithin(name, module)),
          why,
        ).toBe(true);
        continue;
      }
      const target = normalize(join(dirname(source), name));
      expect(
        [row, ...(allowed?.parts ?? [])].some((part) => isWithin(target, part)),
        why,
      ).toBe(true);
    }
  });

  test("nobody imports what no row allows in vain", () => {
    const used = new Set(
      sources.flatMap((source) => importsOf(source).map((name) => `${rowOf(source)} ${name}`)),
    );
    for (const [row, { modules }] of Object.entries(TABLE)) {
      for (const module of modules) {
        const found = [...used].some((use) => use.startsWith(`${row} ${module}`));
        expect(found, `${row} may import ${module} and does not`).toBe(true);
      }
    }
  });
});

describe("purity", () => {
  const pure = sources.filter((source) => !MAY_TOUCH_THE_WORLD.some((part) => isWithin(source, part)));

  test.each(pure)("%s takes the world as an argument", (source) => {
    expect(AMBIENT.exec(codeOf(read(source)))?.[0]).toBeUndefined();
  });
});

test("every dependency is imported by someone", () => {
  const imported = sources.flatMap(importsOf);
  const { dependencies } = JSON.parse(read("package.json"));
  const idle = Object.keys(dependencies).filter((name) => !imported.some((each) => isWithin(each, name)));
  expect(idle).toEqual([]);
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function rowOf(source: string): string | undefined {
  return Object.keys(TABLE).find((row) => isWithin(source, row));
}

function isWithin(path: string, part: string): boolean {
  return path === part || path.startsWith(part.endsWith(":") ? part : `${part}/`);
}

function importsOf(source: string): readonly string[] {
  const statements = read(source).matchAll(
    /^(?:import|export)\s(?:[^"=]*?\bfrom\s*)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...statements].map(([, named, loaded]) => named ?? loaded ?? "");
}

function read(source: string): string {
  return readFileSync(join(root, source), "utf8");
}

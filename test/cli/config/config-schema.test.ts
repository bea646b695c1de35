import { readFileSync, writeFileSync } from "node:fs";
import { toJsonSchema } from "@valibot/to-json-schema";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { commandLine } from "../../../src/cli/command-line.ts";
import { ConfigSchema } from "../../../src/cli/config/config-schema.ts";
import { parseYaml } from "../../../src/cli/config/parse-yaml.ts";
import { detailsOf } from "../../../src/cli/help/with-help.ts";
import { runCli } from "../../rig/run-cli.ts";

const file = new URL("../../../docs/config.schema.json", import.meta.url);
const options = commandLine(() => undefined).commands.find((each) => each.name() === "check")?.options ?? [];

/** Options that say nothing of what is checked, or where it is written down. */
const OF_ONE_RUN = ["config", "help", "watch"];

/** The schema of the code, each option described as in help. */
function configSchema() {
  const schema = toJsonSchema(ConfigSchema, {
    target: "draft-2020-12",
    typeMode: "input",
    errorMode: "ignore",
  });
  const described = Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const option = options.find(({ long }) => long === `--${key}`);
    const description =
      option === undefined ? "Targets of your own, besides the built-in ones." : detailsOf(option);
    return [key, { description, ...(typeof property === "object" ? property : {}) }] as const;
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...schema,
    title: "A configuration file of proxy-doctor (--config FILE)",
    properties: Object.fromEntries(described),
  };
}

test("the schema is what the program checks by", () => {
  const generated = `${JSON.stringify(configSchema(), null, 2)}\n`;
  if (process.env["UPDATE_DOCS"] !== undefined) writeFileSync(file, generated);
  expect(generated, "npm run schema writes it anew").toBe(readFileSync(file, "utf8"));
});

test("every option of check has its key, and every key but targets its option", () => {
  const longs = options.map(({ long = "" }) => long.replace(/^--/, ""));
  const wanted = [...longs.filter((name) => !OF_ONE_RUN.includes(name)), "targets"];
  expect(Object.keys(ConfigSchema.entries).sort()).toEqual(wanted.sort());
});

test("every field is described", () => {
  const undescribed: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== "object" || schema === null) return;
    for (const [key, value] of Object.entries(schema)) {
      if (key === "properties") {
        for (const [name, property] of Object.entries(value)) {
          if (!JSON.stringify(property).includes('"description"')) undescribed.push(`${path}/${name}`);
        }
      }
      visit(value, `${path}/${key}`);
    }
  };
  visit(JSON.parse(readFileSync(file, "utf8")), "");
  expect(undescribed).toEqual([]);
});

describe("an editor's validator says of a file what the program says", () => {
  const isValid = new Ajv2020.default({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(file, "utf8")),
  );
  test.each<[boolean, string]>([
    [true, "role: services\nservices: [a, b]\nproxy: http://x:1\ntimeout: 0.5\nquiet: true\n"],
    [true, "targets:\n  - {id: own/a, url: 'https://x/', policy: either, expect: {status: [200]}}\n"],
    [
      true,
      "targets:\n  - {id: own/a, url: 'tcp://x:1', policy: {standard: either, corporate: must-direct}}\n",
    ],
    [false, "role: butler\n"],
    [false, "egres: standard\n"],
    [false, "timeout: 0\n"],
    [false, "timeout: 4000\n"],
    [false, "region: mars\n"],
    [false, "bucket: a..b\n"],
    [false, "targets:\n  - {id: own, url: 'https://x/', policy: either}\n"],
    [false, "targets:\n  - {id: own/a, url: 'https://x/'}\n"],
  ])("%s: %s", (valid, text) => {
    const parsed = parseYaml(text);
    expect(isValid("value" in parsed ? parsed.value : undefined)).toBe(valid);
  });
});

test("`schema config` prints it", async () => {
  const { code, stdout } = await runCli(["schema", "config"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: readFileSync(file, "utf8") });
});

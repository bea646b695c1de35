import { describe, expect, test } from "vitest";
import { componentsOf } from "../../src/decide/components.ts";
import { isSeen } from "../../src/decide/seen-settings.ts";
import { discover } from "../../src/discover/discover.ts";
import { formsOf, generate, type Order } from "../../src/generate/generate.ts";
import { FORMS } from "../../src/generate/recipe.ts";
import { RECIPES } from "../../src/generate/recipes.ts";
import { ROLES, type Role } from "../../src/model/installation.ts";
import type { Setting } from "../../src/model/setting.ts";
import { fakeMachine } from "../discover/fake-machine.ts";
import { AWKWARD, installationOf } from "./any-order.ts";

const orderFor = (role: Role): Order => ({
  installation: installationOf({ role, services: "10.0.1.238" }),
  otherServices: [],
  proxy: AWKWARD,
  forms: [],
});

async function settingsOf(role: Role): Promise<readonly Setting[]> {
  const files = generate(orderFor(role)).map(({ path, content }) => [path, content.reveal()]);
  const { settings } = await discover(fakeMachine(Object.fromEntries(files)), { role }, []);
  return settings;
}

describe.each(ROLES)("what is generated for the role %s", (role) => {
  test("is found by discover, each file of it", async () => {
    const found = new Set(
      (await settingsOf(role)).map(({ source }) => source.kind === "file" && source.path),
    );
    const generated = RECIPES[role].map(({ path }) => path);
    expect(generated.filter((path) => !found.has(path))).toEqual([]);
  });

  test("gives every component a proxy", async () => {
    const settings = await settingsOf(role);
    const without = componentsOf(role).filter(
      ({ client, reads }) =>
        client !== "none" &&
        !settings.some(
          (setting) => /proxy$/i.test(setting.name) && reads.some((view) => isSeen(setting, view)),
        ),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test("says in every file who reads it and what to restart, and holds the password in no other text", () => {
    for (const { path, comment, content, shown } of generate(orderFor(role))) {
      expect(comment, path).toMatch(/\. \S|\.$/);
      if (!/\.(?:json|conf)$/.test(path) || path.endsWith("http-proxy.conf")) {
        expect(content.reveal().split("\n").slice(0, 2).join("\n"), path).toMatch(/^(?:#|\/\/)/);
      }
      expect(content.reveal(), path).toContain("p%");
      expect(`${comment}${shown}${JSON.stringify(content)}`, path).not.toMatch(/p%%?40ss/);
    }
  });

  test("is limited to the forms that are named", () => {
    for (const form of formsOf(role)) {
      const some = generate({ ...orderFor(role), forms: [form] });
      expect(new Set(some.map((file) => file.form))).toEqual(new Set([form]));
    }
  });

  test("names each path once", () => {
    const paths = generate(orderFor(role)).map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });
});

test("a machine of CircleCI's has every form that there is for it", () => {
  expect(formsOf("services").toSorted()).toEqual([...FORMS].toSorted());
  expect(formsOf("nomad-client").toSorted()).toEqual(
    FORMS.filter((form) => form !== "replicated").toSorted(),
  );
  expect(formsOf("workstation")).toEqual(["shell"]);
});

test("JVM options by themselves hold no login, and need no closed file", () => {
  const [file, ...others] = generate({ ...orderFor("services"), forms: ["jvm"] });
  expect(others).toEqual([]);
  expect(file?.mode).toBe(0o644);
  expect(file?.content.reveal()).toMatch(
    /^# .*\n# The JDK takes no login .*\nexport JVM_OPTS="-D[^"\n]*"\n$/,
  );
});

test("a list that an old pam_env would cut is told of", () => {
  const nomadClients = Array.from({ length: 60 }, (_, at) => `client-${at}.internal`);
  const text = (installation: Order["installation"]) =>
    generate({ ...orderFor("nomad-client"), installation })[0]?.shown;
  const short = orderFor("nomad-client").installation;
  expect(text(short)).not.toContain("1023 bytes");
  expect(text({ ...short, nomadClients })).toContain("1023 bytes");
});

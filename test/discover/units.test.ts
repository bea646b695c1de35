import { describe, expect, test } from "vitest";
import { settingsInEffect } from "../../src/decide/environment.ts";
import { discover } from "../../src/discover/discover.ts";
import { units } from "../../src/discover/units.ts";
import type { Component } from "../../src/model/component.ts";
import { fakeMachine } from "./fake-machine.ts";
import { filesAt, readSource } from "./read-source.ts";

const ETC = "/etc/systemd/system";
const USR = "/usr/lib/systemd/system";

test("the daemons' units and every one of Replicated's, wherever they stand", async () => {
  const files = filesAt(
    `${ETC}/docker.service.d/proxy.conf`,
    "/lib/systemd/system/docker.service",
    `${USR}/nomad.service`,
    `${ETC}/replicated-ui.service`,
    `${USR}/replicated.service.d/a.conf`,
    `${ETC}/replicated-.service.d/b.conf`,
    `${ETC}/ssh.service`,
  );
  expect(await readSource(units, files)).toEqual([
    "/lib/systemd/system/docker.service systemd docker.service",
    `${ETC}/docker.service.d/proxy.conf systemd docker.service`,
    `${USR}/nomad.service systemd nomad.service`,
    `${ETC}/replicated-ui.service systemd replicated-ui.service`,
    `${ETC}/replicated-.service.d/b.conf systemd replicated-ui.service`,
    `${USR}/replicated.service.d/a.conf systemd replicated.service`,
  ]);
});

test("of two units with one name the first directory's is read, even where it cannot be", async () => {
  const denied = { kind: "unreadable", reason: "permission denied" } as const;
  expect(await readSource(units, filesAt(`${ETC}/docker.service`, `${USR}/docker.service`))).toEqual([
    `${ETC}/docker.service systemd docker.service`,
  ]);
  expect(
    await readSource(units, { ...filesAt(`${USR}/docker.service`), [`${ETC}/docker.service`]: denied }),
  ).toEqual([]);
});

describe("environment files", () => {
  const unit = (...lines: readonly string[]) => `[Service]\n${lines.join("\n")}\n`;
  const named = (text: string, ...others: readonly string[]) =>
    readSource(units, { ...filesAt(...others), [`${ETC}/replicated.service`]: text });

  test("come after the unit and its drop-ins, in the order in which they are named", async () => {
    const files = {
      ...filesAt("/etc/default/replicated", "/etc/b", "/etc/c"),
      [`${ETC}/replicated.service`]: unit(
        "EnvironmentFile=/etc/b",
        "EnvironmentFile=-/etc/default/replicated",
      ),
      [`${ETC}/replicated.service.d/a.conf`]: unit("EnvironmentFile=/etc/c"),
    };
    expect(await readSource(units, files)).toEqual([
      `${ETC}/replicated.service systemd replicated.service`,
      `${ETC}/replicated.service.d/a.conf systemd replicated.service`,
      "/etc/b env-file replicated.service",
      "/etc/default/replicated env-file replicated.service",
      "/etc/c env-file replicated.service",
    ]);
  });

  test("an empty name takes back those before it", async () => {
    const text = unit("EnvironmentFile=/etc/b", "EnvironmentFile=", "EnvironmentFile=/etc/c");
    expect((await named(text, "/etc/b", "/etc/c")).slice(1)).toEqual(["/etc/c env-file replicated.service"]);
  });

  test("wildcards name files in the order of their names", async () => {
    const found = await named(
      unit("EnvironmentFile=/etc/x/*.env"),
      "/etc/x/b.env",
      "/etc/x/a.env",
      "/etc/x/.c.env",
    );
    expect(found.slice(1)).toEqual([
      "/etc/x/a.env env-file replicated.service",
      "/etc/x/b.env env-file replicated.service",
    ]);
  });

  test("what they say wins over what stands in the unit, which a reset does not change", async () => {
    const machine = fakeMachine({
      [`${ETC}/docker.service`]: unit(
        "EnvironmentFile=/etc/b",
        "Environment=HTTP_PROXY=u",
        "Environment=NO_PROXY=u",
      ),
      [`${ETC}/docker.service.d/a.conf`]: unit("Environment=", "Environment=HTTPS_PROXY=d HTTP_PROXY=d"),
      "/etc/b": "HTTP_PROXY=f\n",
    });
    const { settings } = await discover(machine, {}, []);
    const component: Component = {
      id: "docker-daemon",
      client: "go",
      reads: [{ from: "unit", unit: "docker.service" }],
      needs: [],
      restart: [],
    };
    const inEffect = [...settingsInEffect(component, settings)].map(
      ([name, { value }]) => `${name}=${value}`,
    );
    expect(inEffect.sort()).toEqual(["HTTPS_PROXY=d", "HTTP_PROXY=f"]);
  });
});

import { describe, expect, test } from "vitest";
import { CLIENTS } from "../../src/decide/clients/index.ts";
import { componentsOf } from "../../src/decide/components.ts";
import { environmentOf } from "../../src/decide/environment.ts";
import { readSettings } from "../../src/formats/index.ts";
import type { ClientName } from "../../src/model/client.ts";
import type { Component } from "../../src/model/component.ts";
import { ROLES } from "../../src/model/installation.ts";
import type { Loader, Setting } from "../../src/model/setting.ts";

const inFile = (path: string, loader: Loader, name: string, value: string, exported = true): Setting => ({
  name,
  value,
  exported,
  source: { kind: "file", path, line: 1, loader },
});
const component = (reads: Component["reads"], more: Partial<Component> = {}): Component => ({
  id: "shell-commands",
  client: "curl",
  reads,
  needs: [],
  restart: [],
  ...more,
});

describe("environmentOf", () => {
  const settings = [
    { name: "http_proxy", value: "from-shell", exported: true, source: { kind: "environment" } } as const,
    inFile("/etc/environment", "pam-env", "http_proxy", "from-pam"),
    inFile("/etc/environment", "pam-env", "no_proxy", "a"),
    inFile("/etc/environment", "shell", "no_proxy", "b", false),
    inFile("/etc/systemd/system/docker.service.d/a.conf", "systemd", "HTTP_PROXY", "first"),
    inFile("/etc/systemd/system/docker.service.d/b.conf", "systemd", "HTTP_PROXY", "second"),
    inFile("/etc/systemd/system/dockerish.service.d/b.conf", "systemd", "HTTPS_PROXY", "not mine"),
    inFile("/etc/replicated.conf", "replicated-conf", "HttpProxy", "http://10.0.0.33:3128"),
  ];
  const pairs = (of: Component) =>
    Object.fromEntries(environmentOf(of, settings).map(({ name, value }) => [name, value]));

  test("what loads later replaces the same name, and no other spelling", () => {
    const login = { from: "file", path: "/etc/environment", loader: "pam-env" } as const;
    expect(pairs(component([login, { from: "environment" }]))).toEqual({
      http_proxy: "from-shell",
      no_proxy: "a",
    });
    expect(pairs(component([{ from: "environment" }, login]))).toEqual({
      http_proxy: "from-pam",
      no_proxy: "a",
    });
  });

  test("a variable that is not exported stays in the shell, unless set -a exports it", () => {
    const sourced = { from: "file", path: "/etc/environment", loader: "shell" } as const;
    expect(pairs(component([sourced]))).toEqual({});
    expect(pairs(component([{ ...sourced, exportsAll: true }]))).toEqual({ no_proxy: "b" });
  });

  test("a directory's files load in order, and a neighbour's do not", () => {
    const dropIns = {
      from: "file",
      path: "/etc/systemd/system/docker.service.d/",
      loader: "systemd",
    } as const;
    expect(pairs(component([dropIns]))).toEqual({ HTTP_PROXY: "second" });
  });

  test("an empty Environment= takes back what systemd read before it, in whatever file, and nothing else", () => {
    const unit = "/etc/systemd/system/docker.service";
    const reading = (path: string, text: string, of = "docker.service") =>
      readSettings({ path, loader: "systemd", text, unit: of });
    const found = [
      ...reading(unit, "[Service]\nEnvironment=HTTP_PROXY=unit HTTPS_PROXY=unit\n"),
      ...reading(
        `${unit}.d/a.conf`,
        "[Service]\nEnvironment=HTTP_PROXY=a\nEnvironment=\nEnvironment=NO_PROXY=a\n",
      ),
      ...reading("/etc/systemd/system/nomad.service.d/a.conf", "[Service]\nEnvironment=\n", "nomad.service"),
      ...reading(`${unit}.d/b.conf`, "[Service]\nEnvironment=Environment=\n"),
    ];
    const docker = componentsOf("services").find(({ id }) => id === "docker-daemon");
    if (docker === undefined) throw new Error("no Docker daemon");
    const variables = environmentOf(docker, found).map(({ name, value }) => [name, value]);
    expect(variables).toEqual([["NO_PROXY", "a"]]);
    const kept = environmentOf(
      docker,
      found.filter(({ source }) => source.kind === "file" && source.path === unit),
    );
    expect(kept).toHaveLength(2);
  });

  test("Replicated's one parameter stands for both kinds of request", () => {
    const conf = { from: "file", path: "/etc/replicated.conf", loader: "replicated-conf" } as const;
    expect(pairs(component([conf]))).toEqual({
      HTTP_PROXY: "http://10.0.0.33:3128",
      HTTPS_PROXY: "http://10.0.0.33:3128",
    });
  });

  test("only the variable that a wrapper expands lands on the command line", () => {
    const login = { from: "file", path: "/etc/environment", loader: "pam-env" } as const;
    const [proxy, bypass] = environmentOf(component([login], { wrapper: "no_proxy" }), settings);
    expect([proxy?.onCommandLine, bypass?.onCommandLine]).toEqual([undefined, true]);
  });
});

test.each(ROLES)("the components of a %s have distinct names", (role) => {
  const ids = componentsOf(role).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe("a client's own file", () => {
  const HOME = "/home/a/";
  const given: Setting[] = [
    { name: "http_proxy", value: "http://env:1", exported: true, source: { kind: "environment" } },
    { name: "no_proxy", value: "b.example", exported: true, source: { kind: "environment" } },
    { name: "use_proxy", value: "off", exported: true, source: { kind: "environment" } },
  ];
  const route = (client: ClientName, loader: Loader, text: string, url = "http://a.example/") => {
    const path = `${HOME}file`;
    const reads = [{ from: "environment" }, { from: "file", path, loader }] as const;
    const settings = [...given, ...readSettings({ path, loader, text })];
    const decision = CLIENTS[client].decide(environmentOf(component(reads), settings), url);
    return decision.route === "proxy" ? decision.proxy.host : decision.route;
  };

  test.each<[ClientName, Loader, string, string, string?]>([
    ["apt", "apt-conf", 'Acquire::http::Proxy "http://own:1";', "own"],
    ["apt", "apt-conf", 'Acquire { http { Proxy "http://own:1"; Proxy::A.example "DIRECT"; }; };', "direct"],
    ["apt", "apt-conf", 'Acquire::http::Proxy "http://own:1";\n#clear Acquire::http::Proxy;', "env"],
    ["apt", "apt-conf", 'Acquire::http::Proxy "http://own:1";', "direct", "http://b.example/"],
    ["wget", "wgetrc", "http-proxy = http://own:1", "own"],
    ["wget", "wgetrc", "http_proxy =", "direct"],
    ["wget", "wgetrc", "use_proxy = off", "direct"],
    ["wget", "wgetrc", "wait = 1", "env"],
    ["wget", "wgetrc", "no_proxy = c.example", "direct", "http://b.example/"],
    ["wget", "wgetrc", "no_proxy = c.example\nno_proxy = d.example", "direct", "http://c.example/"],
    ["wget", "wgetrc", "no_proxy =", "env", "http://b.example/"],
    ["curl", "curlrc", 'proxy = "http://own:1"', "own"],
    ["curl", "curlrc", 'proxy = "http://own:1"', "direct", "http://b.example/"],
    ["curl", "curlrc", 'noproxy = ""', "env", "http://b.example/"],
    ["git", "git-config", "[http]\nproxy = http://own:1", "own"],
    ["git", "git-config", '[http "http://a.example"]\nproxy = http://own:1', "own"],
    ["git", "git-config", '[http "http://c.example"]\nproxy = http://own:1', "env"],
    ["botocore", "aws-config", "[default]\nhttp_proxy = http://own:1\nproxy = http://own:1", "env"],
  ])("%s with %s %j goes %s", (client, loader, text, expected, url) => {
    expect(route(client, loader, text, url)).toBe(expected);
  });
});

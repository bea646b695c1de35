import { describe, expect, test } from "vitest";
import { componentsOf } from "../../src/decide/components.ts";
import { discover } from "../../src/discover/discover.ts";
import type { Machine } from "../../src/discover/machine.ts";
import { ROLES } from "../../src/model/installation.ts";
import { describeSource } from "../../src/model/setting.ts";
import { fakeMachine } from "./fake-machine.ts";

const services = {
  "/etc/environment": 'HTTP_PROXY="http://10.0.0.33:3128"\nLANG=C\n',
  "/etc/circle-installation-customizations": 'export NO_PROXY="10.0.1.238"\nexport DB_PASSWORD=s3cret\n',
  "/etc/replicated.conf": '{"HttpProxy": "http://10.0.0.33:3128"}',
  "/etc/default/replicated": 'REPLICATED_OPTS="-e HTTPS_PROXY=http://10.0.0.33:3128"\n',
  "/etc/sysconfig/replicated-operator": 'REPLICATED_OPERATOR_OPTS="-e NO_PROXY=x"\n',
  "/etc/systemd/system/docker.service.d/20-more.conf": "[Service]\nEnvironment=NO_PROXY=b\n",
  "/etc/systemd/system/docker.service.d/10-proxy.conf": "[Service]\nEnvironment=NO_PROXY=a\n",
  "/etc/systemd/system/docker.service.d/README": "[Service]\nEnvironment=NO_PROXY=c\n",
  "/etc/systemd/system/nomad.service": "[Service]\nEnvironment=HTTP_PROXY=n\n",
};

test("settings of the environment, then of every file in order, each as its loader reads it", async () => {
  const { settings } = await discover(fakeMachine(services, { no_proxy: "e", HOME: "/root" }), {});
  const shown = settings.map(({ name, value, source }) => {
    const loader = source.kind === "file" ? source.loader : "";
    return [describeSource(source), loader, name, value].join(" ");
  });
  expect(shown).toEqual([
    "environment  no_proxy e",
    "/etc/environment:1 pam-env HTTP_PROXY http://10.0.0.33:3128",
    "/etc/environment:1 shell HTTP_PROXY http://10.0.0.33:3128",
    "/etc/circle-installation-customizations:1 shell NO_PROXY 10.0.1.238",
    "/etc/replicated.conf:1 replicated-conf HttpProxy http://10.0.0.33:3128",
    "/etc/default/replicated:1 docker-options HTTPS_PROXY http://10.0.0.33:3128",
    "/etc/sysconfig/replicated-operator:1 docker-options NO_PROXY x",
    "/etc/systemd/system/docker.service.d/10-proxy.conf:2 systemd NO_PROXY a",
    "/etc/systemd/system/docker.service.d/20-more.conf:2 systemd NO_PROXY b",
    "/etc/systemd/system/nomad.service:2 systemd HTTP_PROXY n",
  ]);
});

test("the files are kept as they are, for fixes to edit", async () => {
  const { files } = await discover(fakeMachine(services), {});
  expect(files.find(({ path }) => path.endsWith("customizations"))?.text).toBe(
    services["/etc/circle-installation-customizations"],
  );
});

test("a file that cannot be read is reported once, and the others are read", async () => {
  const machine = fakeMachine({
    ...services,
    "/etc/environment": { kind: "unreadable", reason: "permission denied" },
  });
  const { unreadable, settings } = await discover(machine, {});
  expect(unreadable).toEqual([{ path: "/etc/environment", reason: "permission denied" }]);
  expect(settings).toHaveLength(7);
});

describe("processes", () => {
  const machine = {
    ...fakeMachine(services),
    processes: async (programs: readonly string[]) => [
      {
        pid: 7,
        program: programs[0] ?? "",
        commandLine: ["dockerd"],
        environment: { HTTP_PROXY: "old", A: "b" },
      },
      { pid: 9, program: "nomad", commandLine: ["nomad"] },
    ],
  };

  test("are named, whether their environments could be read or not", async () => {
    const { processes } = await discover(machine, {});
    expect(processes).toEqual([
      { pid: 7, program: "dockerd", environment: "read" },
      { pid: 9, program: "nomad", environment: "unreadable" },
    ]);
  });

  test("have their settings after those of the files", async () => {
    const { settings } = await discover(machine, {});
    expect(settings.at(-1)).toMatchObject({
      name: "HTTP_PROXY",
      value: "old",
      source: { kind: "process", pid: 7, program: "dockerd", part: "environment" },
    });
  });

  test("show what a machine is where no file does", async () => {
    const { installation } = await discover({ ...machine, ...pick(fakeMachine({})) }, {});
    expect(installation).toMatchObject({ role: "nomad-client", found: { role: "nomad" } });
  });

  test("every program whose version decides for a component is asked for it", async () => {
    const asked = new Set<string>();
    const versions = async (programs: readonly string[]) => {
      for (const program of programs) asked.add(program);
      return {};
    };
    await discover({ ...fakeMachine(services), versions }, {});
    const deciding = ROLES.flatMap((role) => componentsOf(role)).flatMap(({ program }) => program ?? []);
    expect(deciding.filter((program) => !asked.has(program))).toEqual([]);
  });
});

describe("versions", () => {
  const asked: (readonly string[])[] = [];
  const machine = {
    ...fakeMachine({}),
    versions: async (programs: readonly string[]) => {
      asked.push(programs);
      return { curl: "8.5.0" };
    },
  };

  test("all are asked at once, unless the caller wants fewer", async () => {
    const { installation } = await discover(machine, {});
    await discover(machine, {}, []);
    expect(asked).toEqual([["curl", "wget", "apt", "git", "aws", "docker", "java"], []]);
    expect(installation.programs).toEqual({ curl: "8.5.0" });
  });
});

function pick({ read, list }: Machine) {
  return { read, list };
}

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import type { Machine } from "../network/company/machine.ts";
import { ENVIRONMENT } from "../network/company/settings.ts";
import type { Ended } from "../network/company/space.ts";
import { without } from "../network/stories/changes.ts";
import { type Administrator, FIRST_PROGRAMS, openAdministrator } from "./administrator.ts";
import { FLEET_NAMES, type Fleet, type FleetName, openFleet } from "./fleet.ts";
import { whyNoFleet } from "./needs.ts";

/** What `npm run package -- script` leaves. */
const ONE_FILE = fileURLToPath(new URL("../../release/proxy-doctor.cjs", import.meta.url));
/** The machine whose logins ask a proxy for the metadata of EC2. */
const ODD = "client-5" satisfies FleetName;
/** What programs of a machine say of their age, where that is not this machine's. */
const AGED = {
  "client-6": { node: "v12.22.9" },
  "client-7": { node: "v12.22.9", getconf: "glibc 2.23" },
} as const satisfies Partial<Record<FleetName, Readonly<Record<string, string>>>>;
const AGED_NAMES = Object.keys(AGED) as readonly (keyof typeof AGED)[];
const forgotten = without("169.254.169.254");

const why = whyNoFleet();

describe.skipIf(why !== undefined)(`Ansible${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "deploy-"));
  const reports = join(folder, "reports");
  const report = (name: FleetName): Report => JSON.parse(readFileSync(join(reports, `${name}.json`), "utf8"));
  let fleet: Fleet;
  let administrator: Administrator;
  let played: Ended;
  beforeAll(async () => {
    fleet = await openFleet((name, files) =>
      name === ODD ? { ...files, [ENVIRONMENT]: forgotten(files[ENVIRONMENT] ?? "") } : files,
    );
    copyFileSync(ONE_FILE, join(folder, "proxy-doctor.cjs"));
    for (const name of ["proxy-doctor-linux-x64", "proxy-doctor-linux-x64-old"]) {
      const start = `: >"/mnt/ran-\${0##*/}"\nexec ${process.execPath} -- ${ONE_FILE} "$@"`;
      writeFileSync(join(folder, name), `#!/bin/sh\n${start}\n`, { mode: 0o755 });
    }
    await Promise.all(AGED_NAMES.map((name) => age(fleet.machines[name], AGED[name])));
    administrator = await openAdministrator(fleet, folder, {
      proxy_doctor_files: folder,
      proxy_doctor_reports: reports,
    });
    played = await administrator.play(FLEET_NAMES);
  });
  afterAll(async () => {
    await fleet?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("changes nothing on the machines, and does not fail where one of them is wrong", () => {
    expect(played.code, `${played.stderr}${played.stdout}`).toBe(0);
    const recap = [...played.stdout.matchAll(/^(\S+) +: ok=\d+ +changed=0 +unreachable=0 +failed=0 /gm)];
    expect(recap.map(([, name]) => name).sort()).toEqual([...FLEET_NAMES].sort());
  });

  test("brings the report of each machine, by the role that it has", () => {
    expect(readdirSync(reports).sort()).toEqual(FLEET_NAMES.map((name) => `${name}.json`).sort());
    const clients = FLEET_NAMES.filter((name) => report(name).installation.role === "nomad-client");
    expect(clients).toEqual(FLEET_NAMES.filter((name) => name !== "services"));
  });

  test("gives each machine the file that it can run", async () => {
    const ran = (["client-2", "client-6", "client-7"] as const).map((name) =>
      fleet.machines[name].space.must("cd /mnt; echo ran-*"),
    );
    expect(await Promise.all(ran)).toEqual([
      // The script, which leaves no sign.
      "ran-*\n",
      "ran-proxy-doctor-linux-x64\n",
      "ran-proxy-doctor-linux-x64-old\n",
    ]);
  });

  test("finds what is wrong on the one machine, and no error on the others", () => {
    expect(FLEET_NAMES.filter((name) => report(name).summary.errors > 0)).toEqual([ODD]);
    expect(report(ODD).findings.map(({ code }) => code)).toContain("misrouted-to-proxy");
  });

  test("compares them: which one is unlike the others, and by which line of which file", () => {
    const { stdout } = played;
    const compared = stdout.slice(stdout.indexOf("TASK [What it shows]"), stdout.indexOf("TASK [Name"));
    expect(compared).toMatch(/8 machines, .* 1 with errors/);
    expect(compared).toMatch(
      /client-5, unlike the \d alike[^!]*no_proxy lacks 169\.254\.169\.254[^!]*here +\/etc\/environment:5$/m,
    );
  });

  test("leaves nothing on a machine", async () => {
    const kept = "find /home /run -name '*proxy-doctor*' -o -name 'ansible-tmp-*'";
    expect(await fleet.machines[ODD].space.must(kept)).toBe("");
  });

  test("names the machines that could not be checked, and keeps no older report of theirs", async () => {
    const { code, stdout } = await administrator.play(["client-2", "client-3", "client-4"], {
      "client-2": { proxy_doctor_arguments: "--deadlin 3" },
      "client-3": { proxy_doctor_arguments: "--deadline 0.2" },
      // Nobody has it.
      "client-4": { ansible_host: "10.0.1.99" },
    });
    expect(code).not.toBe(0);
    expect(stdout).toMatch(/client-2: proxy-doctor ended with status 2:\s+\S.*--deadlin/);
    expect(stdout).toMatch(/client-3: proxy-doctor ended with status 3:/);
    expect(stdout).toMatch(/^client-4 +: .* unreachable=1 /m);
    expect(readdirSync(reports).filter((file) => /client-[234]/.test(file))).toEqual(["client-3.json"]);
  });
});

async function age(machine: Machine, programs: Readonly<Record<string, string>>): Promise<void> {
  const told = Object.entries(programs).map(([name, says]) => [
    `${FIRST_PROGRAMS}/${name}`,
    `#!/bin/sh\necho '${says}'\n`,
  ]);
  machine.write(Object.fromEntries(told));
  await machine.space.must(`chmod -R 755 ${FIRST_PROGRAMS}`);
}

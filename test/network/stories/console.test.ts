import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Company, openCompany } from "../company/company.ts";
import { checked, PROGRAM } from "../company/doctor.ts";
import { whyNoCompany } from "../company/needs.ts";
import { MACHINES } from "../company/places.ts";
import type { Plan } from "../company/plan.ts";
import type { ProxyName } from "../company/proxies.ts";
import { startSsh } from "../company/ssh-server.ts";
import { said } from "./tell.ts";

const why = whyNoCompany();
const CONSOLE_LOST = `ip saddr ${MACHINES.laptop} ip daddr ${MACHINES.services} tcp dport 8800 drop`;
const SSH_LOST = `ip saddr ${MACHINES.laptop} ip daddr ${MACHINES.services} tcp dport 22 drop`;
/** What is typed on the laptop: the tunnel is opened, and ends when its console has answered a real curl. */
const OPEN_AND_CALL = `
  "$0" -- "$1" tunnel --services ${MACHINES.services} --open --timeout 5 >/tmp/tunnel 2>&1 & tunnel=$!
  until grep -q 'answers through the tunnel' /tmp/tunnel || ! kill -0 $tunnel; do sleep 0.1; done
  curl -sk -o /dev/null -w '%{http_code} ' --noproxy '*' --max-time 5 'https://localhost:8800/create-password?by=laptop'
  kill $tunnel; wait $tunnel; cat /tmp/tunnel`;

describe.skipIf(why !== undefined)(
  `the console on port 8800${why === undefined ? "" : ` (skipped: ${why})`}`,
  () => {
    let company: Company;
    beforeAll(async () => {
      company = await openCompany(inject("drivers"));
    });
    afterAll(() => company?.close());

    test.each<readonly [string, ProxyName, readonly string[]]>([
      ["is dropped for the laptop, with port 22 open", "squid", [CONSOLE_LOST]],
      [
        "and port 22 are dropped for the laptop, and the proxy reaches both",
        "squid",
        [CONSOLE_LOST, SSH_LOST],
      ],
    ])("%s", async (_, proxy, faults) => {
      const { machines, log } = company;
      const plan: Plan = {
        proxy,
        firewall: { faults },
        last: () => startSsh(machines.services, machines.laptop),
      };
      await company.arrange(plan);
      const report = await checked(machines.laptop, "standard", ["--only", "services-machine"]);
      expect(said(report)).toEqual(["console-unreachable services-machine/console"]);

      const mark = log.mark();
      const { stdout } = await machines.laptop.login(["sh", "-c", OPEN_AND_CALL, process.execPath, PROGRAM]);
      expect(stdout).toMatch(/^200 /);
      const came = log.since(mark).filter(({ port, path }) => port === 8800 && path.endsWith("?by=laptop"));
      expect(came.map(({ from }) => from)).toEqual(["127.0.0.1"]);
    });
  },
);

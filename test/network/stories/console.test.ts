import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Company, openCompany } from "../company/company.ts";
import { checked, PROGRAM } from "../company/doctor.ts";
import { whyNoCompany } from "../company/needs.ts";
import { MACHINES } from "../company/places.ts";
import { CONSOLE } from "./console.ts";
import { said } from "./tell.ts";

const why = whyNoCompany();
/** What is typed on the laptop: the tunnel is opened, and ends when its console has answered a real curl. */
const OPEN_AND_CALL = `
  "$0" -- "$1" tunnel --services ${MACHINES.services} --open --timeout 5 >/tmp/tunnel 2>&1 & tunnel=$!
  until grep -q 'answers through the tunnel' /tmp/tunnel || ! kill -0 $tunnel; do sleep 0.1; done
  curl -sk -o /dev/null -w '%{http_code} ' --noproxy '*' --max-time 5 'https://localhost:8800/create-password?by=laptop'
  kill $tunnel; wait $tunnel; cat /tmp/tunnel`;

describe.skipIf(why !== undefined)(`${CONSOLE.about}${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany(inject("drivers"));
  });
  afterAll(() => company?.close());

  test.each(CONSOLE.stories)("$name", async ({ plan, words, says }) => {
    const { machines, log } = company;
    await company.arrange(plan);
    const report = await checked(machines.laptop, "standard", words);
    expect(said(report)).toEqual(says);

    const mark = log.mark();
    const { stdout } = await machines.laptop.login(["sh", "-c", OPEN_AND_CALL, process.execPath, PROGRAM]);
    expect(stdout).toMatch(/^200 /);
    const came = log.since(mark).filter(({ port, path }) => port === 8800 && path.endsWith("?by=laptop"));
    expect(came.map(({ from }) => from)).toEqual(["127.0.0.1"]);
  });
});

import type { Client, ClientName } from "../../model/client.ts";
import { CLIENTS } from "../clients/index.ts";
import { MATCHING } from "./matching.ts";
import { READING } from "./reading.ts";
import type { Trait } from "./trait.ts";
import { VALUES } from "./values.ts";

/** Releases that a Services machine of this generation, or one that is newer, may have, where they differ. */
const RELEASES: { readonly [C in ClientName]?: readonly string[] } = {
  curl: ["7.47.0", "7.81.0", "7.86.0", "7.88.1", "8.14.1", "8.18.0"],
  wget: ["1.17.1", "1.19.4", "1.21.3"],
  apt: ["1.2.35", "1.4.11", "2.6.1"],
  git: ["2.7.4", "2.25.1", "2.39.5"],
  "python-urllib": ["2.7.12", "3.5.2", "3.11.2"],
  "python-requests": ["2.9.1", "2.18.4", "2.28.1", "2.34.2"],
  botocore: ["1.10.84", "1.29.27", "1.43.11"],
  go: ["1.9.7", "1.15.15", "1.19.8", "1.23.5", "1.24.3"],
  "node-undici": ["6.21.0", "7.30.2", "8.12.0"],
};

/** What one client's releases answer differently: a row a question, a column a release. */
export type ReleaseTable = {
  readonly client: ClientName;
  readonly releases: readonly string[];
  readonly rows: readonly { readonly question: string; readonly answers: readonly string[] }[];
};

/** Every client of which some release differs from another. */
export function releaseTables(): readonly ReleaseTable[] {
  return Object.values(CLIENTS).flatMap((client) => {
    const releases = RELEASES[client.name] ?? [];
    const rows = [...READING, ...MATCHING, ...VALUES]
      .map((trait) => ({ question: trait.question, answers: releases.map(answering(client, trait)) }))
      .filter(({ answers }) => new Set(answers).size > 1);
    return rows.length === 0 ? [] : [{ client: client.name, releases, rows }];
  });
}

function answering(client: Client, { answer }: Trait): (release: string) => string {
  return (release) =>
    answer({ ...client, decide: (environment, url) => client.decide(environment, url, release) });
}

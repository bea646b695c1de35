import { decide } from "../decide/decide.ts";
import { decideTrust } from "../decide/trust/decide-trust.ts";
import type { RoutingDecision } from "../model/decision.ts";
import type { Finding } from "../model/finding.ts";
import type { SeenTrustStore, TrustDecision } from "../model/trust.ts";
import { asMeant, CONCEALING } from "./as-meant.ts";
import { concealersAmong } from "./concealers.ts";
import { type Diagnosis, diagnose } from "./diagnose.ts";
import type { Evidence } from "./evidence.ts";

/** All that stays the same when a setting changes: what was measured, and what it is measured against. */
export type Circumstances = Omit<Evidence, "decisions" | "trust" | keyof Reading> & {
  readonly trustStores: readonly SeenTrustStore[];
};

/** What stands in the environment and the files, and where they cannot be read as they are meant. */
export type Reading = Pick<Evidence, "settings" | "fileFaults">;

/** What follows from some settings under the circumstances. */
export type Judgement = Diagnosis & {
  readonly decisions: readonly RoutingDecision[];
  readonly trust: readonly TrustDecision[];
};

/**
 * Decides and diagnoses: the pure half of a check, run again for every fix that is to prove itself. Beneath findings
 * that keep settings from being taken stands what will be wrong with these once they are.
 */
export function judge(circumstances: Circumstances, reading: Reading): Judgement {
  let judgement = judgeAsRead(circumstances, reading);
  for (const { settings, shows } of asMeant(reading.settings, circumstances.installation.services)) {
    const { findings } = judgement;
    const known = new Set(findings.map(({ id }) => id));
    const concealing = findings.filter(({ code }) => CONCEALING.has(code));
    const revealed = judgeAsRead(circumstances, { ...reading, settings });
    const concealersOf = concealersAmong(concealing, revealed.decisions, settings);
    const latent = revealed.findings
      .filter(({ id, code }) => !known.has(id) && shows(code))
      .map((finding): Finding => {
        return { ...finding, latent: true, causedBy: concealersOf(finding).map(({ id }) => id) };
      });
    judgement = { ...judgement, findings: [...findings, ...latent] };
  }
  return judgement;
}

function judgeAsRead(circumstances: Circumstances, reading: Reading): Judgement {
  const { components, targets, internal, trustStores } = circumstances;
  const decisions = decide(components, [...targets, ...internal], reading.settings);
  const trust = decideTrust(components, reading.settings, trustStores);
  return { decisions, trust, ...diagnose({ ...circumstances, ...reading, decisions, trust }) };
}

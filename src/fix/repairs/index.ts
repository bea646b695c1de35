import type { Circumstances } from "../../diagnose/judge.ts";
import type { Finding, FindingCode } from "../../model/finding.ts";
import type { Patch } from "../../model/fix.ts";
import type { Workspace } from "../workspace.ts";
import { compactList, exactHosts } from "./bypass-lists.ts";
import { basicInTunnels } from "./jvm-basic-auth-disabled.ts";
import { barsBetween, oneListForBoth } from "./jvm-bypass-lists.ts";
import { sameProxyForHttps } from "./jvm-https-proxy-missing.ts";
import { optionsFromVariables } from "./jvm-options-missing.ts";
import { bareProxyHost } from "./jvm-proxy-host-malformed.ts";
import { damageOf, type Repair } from "./repair.ts";

/** How findings about settings are mended, by code; those about ways are by `propose`. */
const REPAIRS: { readonly [C in FindingCode]?: Repair<C> } = {
  "jvm-proxy-host-malformed": bareProxyHost,
  "jvm-https-proxy-missing": sameProxyForHttps,
  "jvm-bypass-separator": barsBetween,
  "jvm-https-bypass-property": oneListForBoth,
  "jvm-basic-auth-disabled": basicInTunnels,
  "jvm-options-missing": optionsFromVariables,
  "bypass-matches-some-clients": exactHosts,
  "no-proxy-spaces": compactList,
};

/** Patches that mend what a finding says of settings; none where its code has no repair, or nothing is left of it. */
export function repair(
  finding: Finding,
  workspace: Workspace,
  circumstances: Circumstances,
): readonly Patch[] {
  const mend: Repair<never> | undefined = REPAIRS[finding.code];
  return mend === undefined ? [] : mend(damageOf(finding, workspace, circumstances) as never);
}

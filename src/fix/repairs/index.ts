import type { Circumstances } from "../../diagnose/judge.ts";
import type { Finding, FindingCode } from "../../model/finding.ts";
import type { Patch } from "../../model/fix.ts";
import type { Workspace } from "../workspace.ts";
import { compactList, exactHosts } from "./bypass-lists.ts";
import { repairDockerDaemonWithoutProxy } from "./docker-daemon-without-proxy.ts";
import { keepLast } from "./duplicate-assignment.ts";
import { repairIgnoredSettingsFile } from "./ignored-settings-file.ts";
import { basicInTunnels } from "./jvm-basic-auth-disabled.ts";
import { barsBetween, oneListForBoth } from "./jvm-bypass-lists.ts";
import { sameProxyForHttps } from "./jvm-https-proxy-missing.ts";
import { optionsFromVariables } from "./jvm-options-missing.ts";
import { bareProxyHost } from "./jvm-proxy-host-malformed.ts";
import { removePasted } from "./pasted-label.ts";
import { followMajority } from "./proxies-disagree.ts";
import { damageOf, type Repair } from "./repair.ts";
import { repairReplicatedConfInvalid } from "./replicated-conf-invalid.ts";
import { exportAll, setRight } from "./set-right.ts";
import { addTwin, fillLowerCase, reconcile } from "./spellings.ts";
import { mendPort, mendValue } from "./value.ts";

/** How findings about settings are mended, by code; those about ways are by `propose`. */
const REPAIRS: { readonly [C in FindingCode]?: Repair<C> } = {
  "docker-daemon-without-proxy": repairDockerDaemonWithoutProxy,
  "ignored-settings-file": repairIgnoredSettingsFile,
  "replicated-conf-invalid": repairReplicatedConfInvalid,
  "placeholder-left-in": mendValue,
  "literal-quotes": mendValue,
  "stray-whitespace": mendValue,
  "unsupported-proxy-scheme": mendValue,
  "proxy-scheme-missing": mendValue,
  "proxy-port-missing": mendPort,
  "proxy-scheme-https": mendValue,
  "pasted-label": removePasted,
  "unquoted-value": setRight,
  "unexported-variable": exportAll,
  "proxies-disagree": followMajority,
  "conflicting-case": reconcile,
  "empty-lowercase-variable": fillLowerCase,
  "uppercase-only-variable": addTwin,
  "duplicate-assignment": keepLast,
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

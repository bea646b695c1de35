import type { ClientName } from "../../model/client.ts";
import { curlTrust } from "./curl.ts";
import { aptTrust, gitTrust, wgetTrust } from "./gnutls.ts";
import { goTrust } from "./go.ts";
import { javaTrust } from "./java.ts";
import { nodeTrust } from "./node.ts";
import { botocoreTrust, requestsTrust, urllibTrust } from "./python.ts";
import type { TrustModel } from "./trust-model.ts";

/** How each client chooses the authorities that it goes by. */
export const TRUST = {
  curl: curlTrust,
  wget: wgetTrust,
  apt: aptTrust,
  git: gitTrust,
  "python-urllib": urllibTrust,
  "python-requests": requestsTrust,
  botocore: botocoreTrust,
  go: goTrust,
  java: javaTrust,
  "node-undici": nodeTrust,
  "node-proxy-agent": nodeTrust,
} satisfies Record<ClientName, TrustModel>;

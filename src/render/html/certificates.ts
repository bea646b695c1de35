import type { Certificate } from "../../model/phase.ts";
import type { Report } from "../../model/report.ts";
import { momentOf } from "../told/moment.ts";
import type { Anchors } from "./anchors.ts";
import { definitions } from "./definitions.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { certificatesIn } from "./presented.ts";
import { folded } from "./section.ts";

/** Every certificate once, however many attempts met it. */
export function certificates({ observations }: Report, anchors: Anchors): Markup {
  const all = new Map(observations.flatMap(certificatesIn).map((each) => [each.sha256, each]));
  if (all.size === 0) return NOTHING;
  const cards = [...all.values()].map(
    (each) => html`<li id="${anchors.certificates.get(each.sha256) ?? ""}">${card(each)}</li>`,
  );
  return folded(`${all.size} presented`, html`<ul class="cards">${cards}</ul>`);
}

function card({ subject, issuer, names, validFrom, validTo, key, sha256, issuerAt }: Certificate): Markup {
  return definitions([
    ["Subject", subject],
    ["Issuer", issuer],
    ["Names", names],
    ["Valid", `${momentOf(validFrom)} to ${momentOf(validTo)}`],
    ["Key", key],
    ["SHA-256", html`<code>${sha256}</code>`],
    ["Issuer at", issuerAt ?? ""],
  ]);
}

import { CLIENTS, COMPONENTS } from "../../messages/components.ts";
import { STORE_KINDS, TRUST_UNKNOWN } from "../../messages/phases.ts";
import { counted } from "../../messages/phrases.ts";
import { EGRESS, ROLE_NAMES } from "../../messages/policies.ts";
import type { Report } from "../../model/report.ts";
import type { SeenTrustStore, TrustDecision } from "../../model/trust.ts";
import type { Context } from "./context.ts";
import { definitions } from "./definitions.ts";
import { html, type Markup, NOTHING, type Value } from "./markup.ts";
import { folded } from "./section.ts";
import { table } from "./table.ts";

/** What this machine was taken for and by what, its clock, and the authorities that its programs go by. */
export function machine({ report }: Context): Markup {
  const isTold = report.trustStores.length + report.trust.length > 0;
  const trusted = isTold ? folded("Whom its programs trust", [stores(report), trust(report)]) : NOTHING;
  return html`${facts(report)}${trusted}`;
}

function facts(report: Report): Markup {
  const { installation } = report;
  const { role, hostname, egress, region, onEc2, services, ghe, bucket, serverVersion } = installation;
  const { nomadClients = [], addresses, programs, init, replicated, found } = installation;
  const told: readonly (readonly [string, string, string | undefined])[] = [
    ["role", "Role", ROLE_NAMES[role]],
    ["hostname", "Name", hostname],
    ["egress", "Egress", EGRESS[egress]],
    ["region", "Region", region],
    ["onEc2", "On EC2", onEc2],
    ["services", "Services machine", services],
    ["ghe", "GitHub Enterprise", ghe],
    ["bucket", "Bucket", bucket],
    ["nomadClients", "Nomad clients", nomadClients.join(", ")],
    ["serverVersion", "CircleCI Server", serverVersion],
    ["addresses", "Own addresses", addresses.join(", ")],
    ["init", "Init", init],
    ["replicated", "Replicated", replicated],
    ["clock", "Clock", clockIn(report)],
    [
      "programs",
      "Programs",
      Object.entries(programs)
        .map((each) => each.join(" "))
        .join(", "),
    ],
  ];
  return definitions(
    told.map(([name, title, value = ""]): readonly [string, Value] => {
      const by = found[name];
      return [
        title,
        value === "" || by === undefined ? value : html`${value} <span class="quiet">by ${by}</span>`,
      ];
    }),
  );
}

function clockIn({ clock }: Report): string {
  if (clock === undefined) return "";
  const { aheadSeconds, hosts } = clock;
  const seconds = counted(Math.abs(aheadSeconds), "second");
  const how = aheadSeconds === 0 ? "right" : `${seconds} ${aheadSeconds > 0 ? "ahead" : "behind"}`;
  return `${how}, by the answers of ${counted(hosts, "host")}`;
}

function stores({ trustStores }: Report): Markup {
  return table({
    caption: "Stores of authorities",
    headings: ["store", "kept as", "holds"],
    rows: trustStores.map((store) => ({
      cells: [html`<code>${store.id}</code>`, STORE_KINDS[store.kind], held(store)],
    })),
  });
}

function held(store: SeenTrustStore): string {
  return "authorities" in store
    ? counted(store.authorities, "authority", "authorities")
    : `not read: ${store.unreadable}`;
}

function trust({ trust: decisions }: Report): Markup {
  return table({
    caption: "The authorities that each component goes by",
    headings: ["component", "client", "goes by", "because of"],
    rows: decisions.map((each) => ({
      cells: [
        COMPONENTS[each.component].name,
        CLIENTS[each.client],
        goesBy(each),
        each.because.map(({ setting, source }) => `${setting} (${source})`).join(", "),
      ],
    })),
  });
}

function goesBy(decision: TrustDecision): string {
  if ("stores" in decision) return decision.stores.join(", ") || "none: it accepts no certificate";
  if ("oneOf" in decision) return `one of ${decision.oneOf.join(", ")}`;
  return "takes" in decision ? "takes any certificate" : TRUST_UNKNOWN[decision.unknown];
}

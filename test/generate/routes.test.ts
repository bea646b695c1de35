import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROBES } from "../../probes/index.ts";
import { internalHosts } from "../../probes/internal-hosts.ts";
import { CLIENTS } from "../../src/decide/clients/index.ts";
import { componentsOf } from "../../src/decide/components.ts";
import { decide } from "../../src/decide/decide.ts";
import { readSettings } from "../../src/formats/index.ts";
import { generate, type Order } from "../../src/generate/generate.ts";
import { s3Hosts } from "../../src/generate/s3-hosts.ts";
import { CLIENT_NAMES, type ClientName, type Variable } from "../../src/model/client.ts";
import type { Installation } from "../../src/model/installation.ts";
import type { Loader, Setting, SettingsFile } from "../../src/model/setting.ts";
import { isConfigured, type Target } from "../../src/model/target.ts";
import { orders } from "./any-order.ts";

/** By which grammars each file is read, and for which unit. */
function readingsOf(path: string): readonly (readonly [Loader, string?])[] {
  const unit = /\/([a-z]+\.service)\.d\//.exec(path)?.[1];
  if (unit !== undefined) return [["systemd", unit]];
  if (path === "/etc/environment") return [["pam-env"], ["shell"]];
  if (path === "/etc/replicated.conf") return [["replicated-conf"]];
  if (path.startsWith("/etc/default/")) return [["docker-options"]];
  if (path.startsWith("/etc/apt/")) return [["apt-conf"]];
  if (path.endsWith(".json")) return [["docker-config-json"]];
  return path.startsWith("/") ? [["shell"]] : [];
}

function settingsOf(order: Order): readonly Setting[] {
  return generate(order).flatMap(({ path, content }) =>
    readingsOf(path).flatMap(([loader, unit]) => {
      const file: SettingsFile = {
        path,
        loader,
        text: content.reveal(),
        ...(unit === undefined ? {} : { unit }),
      };
      return readSettings(file);
    }),
  );
}

function targetsOf(installation: Installation): readonly Target[] {
  const probed = Object.values(PROBES).flatMap((probe) => probe(installation));
  return [...probed.filter(isConfigured), ...internalHosts(installation)];
}

/** `either` is told to go through the proxy, as nothing is known of a way past it. */
function wantedFor({ policy }: Target, { egress }: Installation): "direct" | "proxy" {
  return /-direct$/.test(policy[egress]) ? "direct" : "proxy";
}

describe("what is generated sends", () => {
  test("every component to each of its targets as policy wants", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { installation } = order;
        const targets = targetsOf(installation);
        const components = componentsOf(installation.role).filter(({ client }) => client !== "none");
        const decisions = decide(components, targets, settingsOf(order));
        expect(decisions.length).toBeGreaterThan(1);
        const byId = new Map(targets.map((target) => [target.id, target]));
        const wrong = decisions.filter(({ target, route }) => {
          const wanted = byId.get(target);
          return wanted === undefined || route.kind !== wantedFor(wanted, installation);
        });
        expect(wrong.map(({ component, target, route }) => [component, target, route.kind])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test("every client to every target that is to go direct, past the proxy, and to all others through it", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { installation } = order;
        const environment = environmentOf(order);
        const wrong = targetsOf(installation)
          .filter(({ url }) => /^https?:/.test(url))
          .flatMap((target) =>
            CLIENT_NAMES.flatMap((client) => {
              const { route } = CLIENTS[client].decide(environment, target.url);
              const isRight = route === wantedFor(target, installation) || isRefused(client, target.url);
              return isRight ? [] : [`${client} ${target.url} ${route}`];
            }),
          );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test("every client that a component is to S3 by whatever name an SDK picks", () => {
    fc.assert(
      fc.property(orders, fc.constantFrom("some-bucket.", ""), (order, bucket) => {
        const { installation } = order;
        const environment = environmentOf(order);
        const wanted = installation.egress === "standard" ? "direct" : "proxy";
        const wrong = s3Hosts({ region: installation.region }).flatMap((host) =>
          (["curl", "wget", "apt", "git", "botocore", "go", "java"] as const).flatMap((client) => {
            const url = `https://${bucket}${host}/`;
            const { route } = CLIENTS[client].decide(environment, url);
            return route === wanted ? [] : [`${client} ${url} ${route}`];
          }),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

/** Whether a client calls a host in no way at all, whatever its settings: botocore none beyond ASCII, or with `_`. */
function isRefused(client: ClientName, url: string): boolean {
  return CLIENTS[client].decide([], url).route === "invalid";
}

/** The variables of a login on a Nomad client, those of Java among them as a start script passes them on. */
function environmentOf(order: Order): readonly Variable[] {
  const settings = settingsOf({ ...order, installation: { ...order.installation, role: "nomad-client" } });
  return settings
    .filter(({ source }) => source.kind === "file" && source.loader === "pam-env")
    .map(({ name, value }) => {
      const variable = { name, value, origin: "" };
      return name === "JVM_OPTS" ? { ...variable, onCommandLine: true as const } : variable;
    });
}

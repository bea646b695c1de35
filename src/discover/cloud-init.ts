import { type Fact, placeAt } from "./fact.ts";
import type { Machine } from "./machine.ts";

const PATH = "/run/cloud-init/instance-data.json";

/** What cloud-init learnt from the cloud when the machine was started, as far as everyone may know it. */
export type CloudFacts = {
  /** `aws` on EC2. */
  readonly cloud?: Fact<string>;
  readonly region?: Fact<string>;
  readonly address?: Fact<string>;
};

/**
 * Reads `instance-data.json` (cloud-init, "Instance metadata"): its `v1` has the same keys for every cloud, with
 * dashes before cloud-init 18.5; `ds.meta_data` is EC2's own.
 */
export async function cloudFacts({ read }: Pick<Machine, "read">): Promise<CloudFacts> {
  const file = await read(PATH);
  if (file.kind !== "text") return {};
  const data = parsed(file.text);
  const fact = (section: readonly string[], keys: readonly string[]) => {
    const held = section.reduce(member, data);
    for (const key of keys) {
      const value = member(held, key);
      if (typeof value === "string" && value !== "")
        return { value, found: placeOf(file.text, section, key) };
    }
    return undefined;
  };
  const cloud = fact(["v1"], ["cloud_name", "cloud-name"]);
  const region = fact(["v1"], ["region"]);
  const address = fact(["ds", "meta_data"], ["local-ipv4", "local_ipv4"]);
  return {
    ...(cloud === undefined ? {} : { cloud }),
    ...(region === undefined ? {} : { region }),
    ...(address === undefined ? {} : { address }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** The file's keys are sorted, so that a section's own key is the first of its name behind the section's. */
function placeOf(text: string, section: readonly string[], key: string): string {
  const after = section.reduce((from, name) => Math.max(from, text.indexOf(`"${name}"`, from)), 0);
  return placeAt(PATH, text, text.indexOf(`"${key}"`, after));
}

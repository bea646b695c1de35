import type { ClientName } from "./client.ts";
import type { ProgramName } from "./program.ts";
import type { Loader } from "./setting.ts";
import type { TargetId } from "./target.ts";

/** Every component by its name. `raw-connections`: whatever calls a target of the user's own that is no HTTP. */
export const COMPONENT_IDS = [
  "shell-commands",
  "aws-commands",
  "git-commands",
  "apt",
  "replicated",
  "docker-daemon",
  "jvm-services",
  "service-containers",
  "nomad-agent",
  "build-agent",
  "job-checkout",
  "nomad-client-jvm",
  "raw-connections",
] as const;
/** The name of a component. */
export type ComponentId = (typeof COMPONENT_IDS)[number];

/**
 * Settings that a component sees: this process's own environment; the files under `path` (a file, or a directory
 * ending in `/`) as one loader reads them; or what systemd gives a unit, for example `docker.service`.
 */
export type SettingsView =
  | {
      /** What kind of place the settings are seen in. */
      readonly from: "environment";
    }
  | {
      /** What kind of place the settings are seen in. */
      readonly from: "file";
      /** A file, or a directory ending in `/`. */
      readonly path: string;
      /** The grammar that reads it. */
      readonly loader: Loader;
      /** Sourced under `set -a`: every variable is inherited, exported or not. */
      readonly exportsAll?: true;
    }
  | {
      /** What kind of place the settings are seen in. */
      readonly from: "unit";
      /** The unit, for example `docker.service`. */
      readonly unit: string;
    };

/** Something that makes calls: a process or a family of processes with one HTTP stack and one environment. */
export type Component = {
  readonly id: ComponentId;
  /** `none`: raw TCP or SSH, which no proxy setting reaches. */
  readonly client: ClientName | "none";
  /** In the order in which they load: a later value of the same name replaces an earlier one. */
  readonly reads: readonly SettingsView[];
  /** The program whose version decides how the client reads, and its version where that is known. */
  readonly program?: ProgramName;
  /** Version of that program, as it told it. */
  readonly version?: string;
  /** Variable whose words a wrapper script puts on the program's command line. */
  readonly wrapper?: string;
  /** Target ids, or whole probes. */
  readonly needs: readonly string[];
  /** Commands that make the component read its settings again, in order. */
  readonly restart: readonly string[];
};

/** Whether a component calls a target. */
export function needsTarget(component: Component, target: TargetId): boolean {
  const { needs } = component;
  return needs.includes(target) || needs.includes(target.split("/")[0] ?? "");
}

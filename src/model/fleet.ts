import type { ComponentId } from "./component.ts";
import type { FindingCode, Severity } from "./finding.ts";
import type { EgressPolicy, Role } from "./installation.ts";
import type { FailureCode } from "./phase.ts";
import type { ProgramVersions } from "./program.ts";
import type { Report } from "./report.ts";
import type { ProxyId } from "./route.ts";
import type { TargetId } from "./target.ts";

/** Changes when a field of the fleet's form is removed or changes its meaning. */
export const FLEET_VERSION = 1;

/** What came of a way: the target answered, somebody else did or it is not clear who, a failure, or it was not measured. */
export type WayResult =
  | "ok"
  | "answered-by-proxy"
  | "answered-by-someone-else"
  | "answered-unclearly"
  | "not-measured"
  | FailureCode;

/** Which way some components of a machine go to one target, and what came of it. */
export type FleetWay = {
  /** Past every proxy, through one, or by a setting that its client cannot use. */
  readonly way: "direct" | "proxy" | "invalid";
  /** What came of it. */
  readonly result: WayResult;
  /** The heaviest of what is found against it. */
  readonly against?: Severity;
  /** Who goes this way. */
  readonly components: readonly ComponentId[];
};

/** What machines of one group do with one target: the ways that are taken, or that it is not configured or not called. */
export type FleetCell = {
  /** The target. */
  readonly target: TargetId;
  /** The ways that are taken; none where nobody calls it. */
  readonly ways: readonly FleetWay[];
  /** It is not configured on these machines. */
  readonly unconfigured?: true;
};

/** A finding, told of several machines at once. */
export type FleetFinding = {
  /** What is wrong; each has a page in docs/findings. */
  readonly code: FindingCode;
  /** How much a finding weighs. */
  readonly severity: Severity;
  /** It follows from others on the same machine, wherever it is found. */
  readonly follows?: true;
  /** What goes wrong on the first of the machines, in one sentence. */
  readonly what: string;
};

/** A setting as most machines of a group have it. */
export type FleetSetting = {
  /** Without secrets. */
  readonly value: string;
  /** `path:line`, `environment`, or the program of a running process. */
  readonly place: string;
};

/** A setting that a group has otherwise than the machines it is compared with. */
export type SettingDifference = {
  /** As it is spelled. */
  readonly name: string;
  /** Here; absent where it is not set. */
  readonly here?: FleetSetting;
  /** On the machines it is compared with; absent where it is not set. */
  readonly usual?: FleetSetting;
  /** Of a list, the entries that the usual value has and this one has not; a machine's own name and address are one. */
  readonly lacks?: readonly string[];
  /** Of a list, the entries that this value has and the usual one has not. */
  readonly adds?: readonly string[];
  /** It decides about a target that is called another way here. */
  readonly decides?: true;
};

/** In what a group differs from the largest one of machines of the same role. */
export type GroupDifference = {
  /** The group that it is compared with. */
  readonly from: string;
  /** Targets with which these machines do something else. */
  readonly targets: readonly TargetId[];
  /** What is found here and not there. */
  readonly found: readonly FindingCode[];
  /** What is found there and not here. */
  readonly notFound: readonly FindingCode[];
  /** Settings that differ; none where the same settings lead to something else. */
  readonly settings: readonly SettingDifference[];
};

/** Machines of one role that behave alike: the same ways to all targets, the same outcomes, the same findings. */
export type FleetGroup = {
  /** Names the group: its role and a number. */
  readonly id: string;
  /** What these machines are. */
  readonly role: Role;
  /** What was judged: the settings as they stand, or the traffic that was measured too. */
  readonly judges: Report["judges"];
  /** How traffic is meant to leave the network. */
  readonly egress: EgressPolicy;
  /** Names of its machines. */
  readonly hosts: readonly string[];
  /** What they do with each target. */
  readonly cells: readonly FleetCell[];
  /** What is found on them. */
  readonly findings: readonly FleetFinding[];
  /** Absent of the group that the others of its role are compared with. */
  readonly differs?: GroupDifference;
};

/** One machine of the fleet, by the report that counts of it. */
export type FleetHost = {
  /** Its name; with an address or a file where several machines have one. */
  readonly name: string;
  /** Where its report stood. */
  readonly file: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Version of the proxy-doctor that made the report. */
  readonly toolVersion: string;
  /** The group that it belongs to. */
  readonly group: string;
  /** Findings of severity `error` that stand on their own. */
  readonly errors: number;
  /** The same of severity `warning`. */
  readonly warnings: number;
  /** The proxies that its components go through. */
  readonly proxies: readonly ProxyId[];
  /** Versions of programs that read proxy settings, as far as they are known. */
  readonly programs: ProgramVersions;
  /** Version of CircleCI Server, where it is known. */
  readonly serverVersion?: string;
  /** Who the metadata service says that it is, by each way. */
  readonly identities: readonly HostIdentity[];
  /** Its run was cut short, or met a fault of proxy-doctor's own. */
  readonly incomplete?: true;
};

/** Who the metadata service says that a machine is. */
export type HostIdentity = {
  /** For example `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** `direct`, or the proxy through which it was asked. */
  readonly route: string;
  /** The machine's components go this way. */
  readonly taken?: true;
};

/** One instance that several machines are told they are: metadata that comes from another machine. */
export type SharedIdentity = {
  /** For example `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The machines, each with the way by which it is told. */
  readonly told: readonly { readonly host: string; readonly route: string; readonly taken?: true }[];
};

/** Something that machines have in common, with their names. */
export type Usage = {
  /** What it is: a proxy, or a program with its version. */
  readonly name: string;
  /** Names of the machines. */
  readonly hosts: readonly string[];
};

/** What is found, and on which machines. */
export type FoundOn = FleetFinding & {
  /** Names of the machines. */
  readonly hosts: readonly string[];
};

/** A report that does not count. */
export type Superseded = {
  /** The machine. */
  readonly host: string;
  /** Where the report stood. */
  readonly file: string;
  /** The newer one, which counts. */
  readonly newer: string;
  /** Both were begun at the same time: the one that counts is the last by its place. */
  readonly simultaneous?: true;
};

/** A place at which a report stands again that counts once. */
export type Repeated = {
  /** Where it stands again. */
  readonly file: string;
  /** Where it stands as it is counted: the same place, where that was named more than once. */
  readonly sameAs: string;
};

/** A report that could not be read. */
export type LeftOut = {
  /** Where it stood. */
  readonly file: string;
  /** Why it is left out. */
  readonly why: string;
};

/** Many machines' reports as one. */
export type Fleet = {
  /** The version of this form; it changes when a field is removed or changes its meaning. */
  readonly schemaVersion: typeof FLEET_VERSION;
  /** How many machines there are, and how they are. */
  readonly summary: {
    /** All machines. */
    readonly hosts: number;
    /** Those on which nothing is wrong: no error, no warning, and the run complete. */
    readonly fine: number;
    /** Those with at least one error. */
    readonly withErrors: number;
    /** Those with a warning and no error. */
    readonly withWarnings: number;
    /** Those that do not behave as most of their role. */
    readonly odd: number;
    /** Those whose run was incomplete. */
    readonly incomplete: number;
  };
  /** Groups of machines that behave alike: by role, of each the largest first, then what is worst. */
  readonly groups: readonly FleetGroup[];
  /** Every machine, by name. */
  readonly hosts: readonly FleetHost[];
  /** What is found, the heaviest first. */
  readonly findings: readonly FoundOn[];
  /** Instances that several machines are told they are. */
  readonly sharedIdentities: readonly SharedIdentity[];
  /** Proxies in use. */
  readonly proxies: readonly Usage[];
  /** Versions in use: of programs that read proxy settings, of CircleCI Server and of proxy-doctor. */
  readonly versions: readonly Usage[];
  /** Reports of a machine of which there is a newer one. */
  readonly superseded: readonly Superseded[];
  /** Places at which reports stand again. */
  readonly repeated: readonly Repeated[];
  /** Reports that could not be read. */
  readonly leftOut: readonly LeftOut[];
};

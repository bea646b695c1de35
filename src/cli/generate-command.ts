import { atLeast } from "../decide/clients/common/version.ts";
import { discover } from "../discover/discover.ts";
import type { Machine } from "../discover/machine.ts";
import { formsOf, generate, type Order } from "../generate/generate.ts";
import type { Installation, Role } from "../model/installation.ts";
import { scrub } from "../model/redact.ts";
import { chosenProxy } from "./chosen-proxy.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { flagsForGenerate, type GenerateOptions, parseGenerateOptions } from "./generate-options.ts";
import { sheetOf, writtenSheetOf } from "./generated-sheet.ts";
import { errorStream } from "./standard-error.ts";
import { standardOutput } from "./standard-output.ts";
import { stoppable } from "./stoppable.ts";
import { UsageError } from "./usage-error.ts";
import { machineBelow } from "./world.ts";
import { writeTree } from "./write-tree.ts";

/** `generate`: prints the settings files of a role, or writes them below a directory; sends nothing. */
export async function runGenerate(raw: unknown): Promise<ExitCode> {
  const options = parseGenerateOptions(raw);
  const { order, notes } = await stoppable((signal) => orderFor(options, signal));
  const files = generate(order);
  const { output } = options;
  const sheet =
    output === undefined
      ? sheetOf(files, notes, order.proxy)
      : writtenSheetOf(files, notes, await writeTree(output, files));
  errorStream().write(scrub(sheet.beside));
  standardOutput().write(sheet.text);
  return EXIT.clean;
}

/** What the files are for, and how that is known, a line each. */
async function orderFor(
  options: GenerateOptions,
  signal: AbortSignal,
): Promise<{ readonly order: Order; readonly notes: readonly string[] }> {
  const machine = await machineBelow(options, signal);
  const { installation, settings } = await discover(machine, flagsForGenerate(options), []);
  requireRole(installation);
  requireForms(installation.role, options);
  const chosen = chosenProxy(options.proxy, settings);
  requireServices(installation);
  const otherServices = await otherNames(machine, installation, options);
  return {
    order: { installation, otherServices, proxy: chosen.proxy, forms: options.form },
    notes: [...chosen.notes, ...factsOf(installation, otherServices)],
  };
}

function requireRole({ role, found }: Installation): void {
  if (found["role"] !== "default") return;
  throw new UsageError(
    `--role: nothing on this machine shows its role (${role} would be a guess); say --role services, nomad-client or workstation`,
  );
}

function requireForms(role: Role, { form }: GenerateOptions): void {
  const forms = formsOf(role);
  const missing = form.find((each) => !forms.includes(each));
  if (missing === undefined) return;
  throw new UsageError(
    `--form: the role ${role} has no file of the form ${missing}; it has ${forms.join(", ")}`,
  );
}

function requireServices({ role, services }: Installation): void {
  if (role === "workstation" || services !== undefined) return;
  throw new UsageError(
    "--services: the name or address of the Services machine is needed, and this machine does not tell it",
  );
}

/**
 * Further names and addresses of the Services machine, which clients call by any of them: those that were given, and
 * what the machine itself says, where it is one of the role.
 */
async function otherNames(
  machine: Machine,
  { role, services }: Installation,
  options: GenerateOptions,
): Promise<readonly string[]> {
  const { installation: itself } = await discover(machine, {}, []);
  const isOfRole = itself.role === role && itself.found["role"] !== "default";
  const found = isOfRole && itself.services !== undefined ? [itself.services] : [];
  return [...new Set([...options.services, ...found])].filter((each) => each !== services);
}

function factsOf(installation: Installation, otherServices: readonly string[]): readonly string[] {
  const {
    role,
    services,
    ghe,
    region,
    bucket,
    nomadClients = [],
    egress,
    found,
    serverVersion,
  } = installation;
  const from = (fact: string) => ` (${found[fact] ?? "flag"})`;
  const all = [services, ...otherServices].filter((each) => each !== undefined);
  return [
    `role: ${role}${from("role")}`,
    `Services machine: ${all.length === 0 ? "none: --services HOST" : `${all.join(", ")}${from("services")}`}`,
    `GitHub Enterprise: ${ghe === undefined ? "none: --ghe HOST" : `${ghe}${from("ghe")}`}`,
    `Nomad clients: ${nomadClients.length === 0 ? "none: --nomad-client HOST, once for each" : nomadClients.join(", ")}`,
    `S3: region ${region}${from("region")}, ${bucket === undefined ? "no bucket named: --bucket NAME" : `bucket ${bucket}`}`,
    `egress: ${egress}${from("egress")}`,
    ...(serverVersion === undefined ? [] : [`CircleCI Server: ${serverVersion}${standingOf(serverVersion)}`]),
  ];
}

/** No settings help a release that works behind no proxy (domain-facts 0). */
function standingOf(serverVersion: string): string {
  return atLeast(serverVersion, "2.19.02")
    ? ""
    : ", which works behind no HTTP proxy; 2.19.02 is the first that does";
}

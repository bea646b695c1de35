import type { CloudFacts } from "./cloud-init.ts";
import { type Fact, firstFact, placeAt } from "./fact.ts";
import type { Machine } from "./machine.ts";

/** The variables that name a region to AWS's own programs, the one that wins first. */
const VARIABLES = ["AWS_REGION", "AWS_DEFAULT_REGION"] as const;

/** The AWS region of an installation, as this machine's environment, its cloud or its user's AWS command has it. */
export function findRegion(machine: Machine, { region }: CloudFacts): Promise<Fact<string> | undefined> {
  return firstFact([
    async () => regionInEnvironment(machine.environment),
    // Other clouds have regions too, under names that AWS does not know.
    async () => (region !== undefined && isAwsRegion(region.value) ? region : undefined),
    () => regionOfAwsCommand(machine),
  ]);
}

function regionInEnvironment(environment: Machine["environment"]): Fact<string> | undefined {
  const value = VARIABLES.map((name) => environment[name] ?? "").find(isAwsRegion);
  return value === undefined ? undefined : { value, found: "environment" };
}

async function regionOfAwsCommand({ environment, read }: Machine): Promise<Fact<string> | undefined> {
  const path = `${environment["HOME"] ?? "/root"}/.aws/config`;
  const file = await read(path);
  if (file.kind !== "text") return undefined;
  let section = "";
  let offset = 0;
  for (const line of file.text.split("\n")) {
    if (line.startsWith("[")) section = line.trim();
    const [, value = ""] = /^region[ \t]*=(.*)$/.exec(line.trimEnd()) ?? [];
    if (section === "[default]" && isAwsRegion(value.trim())) {
      return { value: value.trim(), found: placeAt(path, file.text, offset) };
    }
    offset += line.length + 1;
  }
  return undefined;
}

function isAwsRegion(text: string): boolean {
  return /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-[a-z]+){1,3}-\d{1,2}$/.test(text);
}

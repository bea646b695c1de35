import type { Assigned, ProxySettings } from "../proxy-settings.ts";

/** The resource whose user data is meant, and the machines that it starts. */
type Started = { readonly type: string; readonly name: string; readonly machines: string };

const STARTED = {
  services: { type: "aws_instance", name: "services", machines: "the Services machine" },
  "nomad-client": {
    type: "aws_launch_configuration",
    name: "nomad_clients",
    machines: "the Nomad clients",
  },
} as const satisfies Readonly<Record<string, Started>>;
/** A role whose machines Terraform starts. */
export type StartedRole = keyof typeof STARTED;

/** User data as a heredoc of the resource that starts a role's machines; the text that a machine gets is `userData`. */
export function userDataResource(role: StartedRole, userData: string): string {
  const { type, name, machines } = STARTED[role];
  const marker = "USER_DATA";
  return [
    `# User data of ${machines}. Put it into the resource that you have, whose other arguments stay as they are.`,
    "# Then: terraform apply, and replace the machines: a running one keeps what it was started with.",
    `resource "${type}" "${name}" {`,
    `  user_data = <<${marker}`,
    `${literal(userData)}${marker}`,
    "}",
    "",
  ].join("\n");
}

/** The variables by which CircleCI's own Terraform is told of a proxy (`variables.tf` of enterprise-setup). */
export function terraformVariables({ variables }: ProxySettings): string {
  const lower = variables.filter(([name]) => name === name.toLowerCase());
  const width = Math.max(...lower.map(([name]) => name.length));
  return [
    "# The proxy variables of CircleCI's enterprise-setup, for its own scripts; it gives Docker, Nomad and the JVM none.",
    "# Then: terraform apply, and replace the machines.",
    ...lower.map(([name, value]: Assigned) => `${name.padEnd(width)} = "${literal(value)}"`),
    "",
  ].join("\n");
}

/** What begins a template in Terraform, written so that it begins none. */
function literal(text: string): string {
  return text.replaceAll("${", () => "$${").replaceAll("%{", () => "%%{");
}

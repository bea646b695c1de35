import { Command, Option } from "commander";
import { FORMS } from "../generate/recipe.ts";
import { CLIENT_NAMES } from "../model/client.ts";
import { EGRESS_POLICIES, ROLES } from "../model/installation.ts";
import { VERSION } from "../version.ts";
import type { ExitCode } from "./exit-code.ts";
import { namesIn } from "./filters.ts";

const EXAMPLES = `
Examples:
  $ proxy-doctor check --role services --services 10.0.1.238 \\
      --ghe ghe.example.com --region us-east-1 --bucket my-bucket
  $ proxy-doctor check --only ec2-metadata,s3
  $ proxy-doctor check --format json --output report.json
  $ proxy-doctor check --lab misrouted-metadata
  $ proxy-doctor lint --root /mnt/image --no-environment
  $ proxy-doctor fix --write
  $ proxy-doctor route http://169.254.169.254/ https://s3.amazonaws.com/

Exit status: 0 no error found, 1 at least one, 2 wrong command line or file,
3 incomplete run.`;

const LINT_EXAMPLES = `
Examples:
  $ proxy-doctor lint
  $ proxy-doctor lint --root /mnt/image --no-environment --role nomad-client \\
      --services 10.0.1.238 --ghe ghe.example.com
  $ proxy-doctor lint --env-file job.env --strict`;

const FIX_EXAMPLES = `
Examples:
  $ proxy-doctor fix
  $ proxy-doctor fix --measure --services 10.0.1.238 --ghe ghe.example.com
  $ sudo proxy-doctor fix --write
  $ proxy-doctor fix --root /mnt/image --write --yes

Exit status: that of lint or, with --measure, of check; after --write as it is
then; 3 where a file was not written.`;

const ROUTE_EXAMPLES = `
Examples:
  $ proxy-doctor route http://169.254.169.254/ https://s3.amazonaws.com/
  $ proxy-doctor route --client go --env-file nomad.env https://10.0.1.238:8585/
  $ proxy-doctor route --client java --jvm-options "$JVM_OPTS" https://ghe.example.com/
  $ proxy-doctor route --observe https://ghe.example.com/`;

const GENERATE_EXAMPLES = `
Examples:
  $ proxy-doctor generate --role services --proxy http://10.0.0.33:3128 \\
      --services 10.0.1.238 --services circleci.example.com \\
      --ghe ghe.example.com --region us-east-1 --nomad-client 10.0.2.17
  $ proxy-doctor generate --role nomad-client --proxy http://10.0.0.33:3128 \\
      --services 10.0.1.238 --form cloud-init > user-data.yaml
  $ proxy-doctor generate --root /mnt/image --form systemd --form apt
  $ proxy-doctor generate --role services --services 10.0.1.238 \\
      --proxy 'http://alice:p@ss@10.0.0.33:3128' --output tree

A login is percent-encoded where it has to be; what is so already stays as it is.
With a login, files are written with permissions for their owner alone, and
nothing that stands there is written over.`;

/** The whole command line; `end` is told the exit status of the command that ran. */
export function commandLine(end: (code: ExitCode) => void): Command {
  const program = new Command("proxy-doctor")
    .description(
      "Which traffic of a CircleCI Server goes the wrong way past or through its HTTP proxy, why, and what to change.",
    )
    .version(VERSION, "-V, --version")
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .addHelpText("after", EXAMPLES);
  program.addCommand(checkCommand(end), { isDefault: true });
  program.addCommand(lintCommand(end));
  program.addCommand(fixCommand(end));
  program.addCommand(routeCommand(end));
  program.addCommand(generateCommand(end));
  program.addCommand(explainCommand(end));
  program.addCommand(labCommand());
  return program;
}

function checkCommand(end: (code: ExitCode) => void): Command {
  const command = subcommand("check").description(
    "test every target directly and through each proxy, and say what is wrong (the default)",
  );
  addWhatIsChecked(command);
  addHowItIsMeasured(
    addWhereSettingsAre(command).addOption(labOption("check", ["root", "envFile", "caFile"])),
  );
  addWhatIsPrinted(command).addOption(
    new Option(
      "--watch [seconds]",
      "check again, so many seconds after each check, and tell what changed",
    ).preset("10"),
  );
  return command.action(async (options: unknown) => {
    const { runCheck } = await import("./check-command.ts");
    end(await runCheck(options));
  });
}

function lintCommand(end: (code: ExitCode) => void): Command {
  const command = subcommand("lint").description(
    "judge the settings files, the environment and running processes, and send nothing",
  );
  addWhatIsChecked(command);
  addWhereSettingsAre(command).addOption(labOption("judge", ["root", "envFile"]));
  return addWhatIsPrinted(command)
    .addHelpText("after", LINT_EXAMPLES)
    .action(async (options: unknown) => {
      const { runLint } = await import("./lint-command.ts");
      end(await runLint(options));
    });
}

function explainCommand(end: (code: ExitCode) => void): Command {
  return subcommand("explain")
    .description("what a finding means, how it shows, what to do, and when it is a false alarm")
    .argument("[code]", "the finding's code; without it, all codes are listed")
    .option("--no-color", "no colour (also NO_COLOR)")
    .action(async (code: string | undefined, options: { color: boolean }) => {
      const { runExplain } = await import("./explain-command.ts");
      end(await runExplain(code, options));
    });
}

function fixCommand(end: (code: ExitCode) => void): Command {
  const command = subcommand("fix").description(
    "show each change of a setting that mends something, and with --write make those that are verified",
  );
  command
    .optionsGroup("What is done:")
    .option("--write", "make the verified changes; each file is replaced whole, with a backup beside it")
    .option("--dry-run", "with --write: say what would be written, and write nothing")
    .option("--yes", "with --write: do not ask")
    .option("--measure", "measure first, as check does; without, the settings alone are judged");
  addWhatIsChecked(command);
  addHowItIsMeasured(
    addWhereSettingsAre(command).addOption(labOption("mend", ["root", "envFile", "caFile", "write"])),
  );
  return command
    .optionsGroup("What is printed:")
    .option("--quiet", "no progress")
    .option("--no-color", "no colour (also NO_COLOR)")
    .option("--strict", "warnings count for the exit status")
    .addHelpText("after", FIX_EXAMPLES)
    .action(async (options: unknown) => {
      const { runFix } = await import("./fix-command.ts");
      end(await runFix(options));
    });
}

function addHowItIsMeasured(command: Command): Command {
  return command
    .option("--proxy <url>", "measure through this proxy too (repeatable)", collect)
    .option("--ca-file <pem>", "certificates to trust besides Node's own")
    .optionsGroup("How long it may take:")
    .option("--timeout <seconds>", "for one attempt", "5")
    .option("--deadline <seconds>", "for the whole run", "30");
}

function addWhatIsChecked(command: Command): Command {
  return command
    .optionsGroup("What is checked:")
    .addOption(new Option("--role <role>", "this machine's role (else detected)").choices(ROLES))
    .option("--services <host>", "host name or address of the Services machine")
    .option("--ghe <host>", "host name of GitHub Enterprise")
    .option("--region <region>", "AWS region (else detected, or us-east-1)")
    .option("--bucket <name>", "S3 bucket of the installation")
    .option("--nomad-client <host>", "host name or address of a Nomad client (repeatable)", collect)
    .option("--server-version <version>", "version of CircleCI Server, for example 2.19.02")
    .addOption(
      new Option("--egress <policy>", "how traffic is meant to leave (default: standard)").choices(
        EGRESS_POLICIES,
      ),
    )
    .option(
      "--only <ids>",
      "only these targets or probes, separated by commas (repeatable)",
      collectNames("--only"),
    )
    .option("--skip <ids>", "not these targets or probes (repeatable)", collectNames("--skip"));
}

function addWhereSettingsAre(command: Command): Command {
  return command
    .optionsGroup("Where settings are read:")
    .option(
      "--root <dir>",
      "read settings files below this directory instead of /, and leave this process's environment out",
    )
    .option(
      "--env-file <file>",
      "an environment to use instead of the process's own (started by node: `node -- bin/proxy-doctor.js`)",
    )
    .option("--no-environment", "leave the process's own environment out");
}

function labOption(verb: string, conflicting: string[]): Option {
  return new Option("--lab <scenario>", `${verb} a built-in world instead of this machine`).conflicts(
    conflicting,
  );
}

function addWhatIsPrinted(command: Command): Command {
  return command
    .optionsGroup("What is printed:")
    .addOption(
      new Option("--format <format>", "form of the report").choices(["table", "json"]).default("table"),
    )
    .option("--output <file>", "write the report to a file instead of standard output")
    .option("--quiet", "findings only, no table and no progress")
    .option("--no-color", "no colour (also NO_COLOR)")
    .option("--strict", "warnings count for the exit status")
    .option("--exit-zero", "end with status 0 whatever is found; an incomplete run still ends with 3");
}

function routeCommand(end: (code: ExitCode) => void): Command {
  return subcommand("route")
    .description(
      "which way each client would go to a URL with these settings, and what decides it; sends nothing",
    )
    .argument("<url...>", "http: or https: URLs; - reads a list from standard input")
    .option(
      "--client <name>",
      `only this client, of this version (curl@7.68.0) or the usual one (repeatable): ${CLIENT_NAMES.join(", ")}`,
      collect,
    )
    .option(
      "--env-file <file>",
      "an environment to use instead of the process's own, as `env` prints it: quotes belong to the value",
    )
    .option("--no-environment", "leave the process's own environment out")
    .option(
      "--jvm-options <options>",
      "what stands on java's command line, for example the value of JVM_OPTS",
    )
    .option("--observe", "also ask the installed programs, in a network of their own that nothing leaves")
    .option("--json", "print JSON")
    .option("--no-color", "no colour (also NO_COLOR)")
    .addHelpText("after", ROUTE_EXAMPLES)
    .action(async (urls: readonly string[], options: unknown) => {
      const { runRoute } = await import("./route-command.ts");
      end(await runRoute(urls, options));
    });
}

function generateCommand(end: (code: ExitCode) => void): Command {
  const command = subcommand("generate")
    .description(
      "print the settings files that a machine of a role needs behind a proxy, whole and right; sends nothing",
    )
    .optionsGroup("What they are for; what is not named here is found on the machine where it can be:")
    .addOption(new Option("--role <role>", "the machine's role (else detected)").choices(ROLES))
    .option("--proxy <url>", "the HTTP proxy, with its port (else the one that settings name)")
    .option("--services <host>", "the Services machine; once more for each further name or address", collect)
    .option("--ghe <host>", "host name of GitHub Enterprise")
    .option("--nomad-client <host>", "host name or address of a Nomad client (repeatable)", collect)
    .option("--region <region>", "AWS region (else detected, or us-east-1)")
    .option("--bucket <name>", "S3 bucket of the installation")
    .option("--server-version <version>", "version of CircleCI Server, for example 2.19.02")
    .addOption(
      new Option("--egress <policy>", "corporate sends S3 through the proxy (default: standard)").choices(
        EGRESS_POLICIES,
      ),
    );
  return addWhereSettingsAre(command)
    .optionsGroup("What is printed:")
    .option("--form <name>", `only this form (repeatable): ${FORMS.join(", ")}`, collect)
    .option("--output <dir>", "write the files below this directory, each at its path")
    .addHelpText("after", GENERATE_EXAMPLES)
    .action(async (options: unknown) => {
      const { runGenerate } = await import("./generate-command.ts");
      end(await runGenerate(options));
    });
}

function labCommand(): Command {
  return subcommand("lab")
    .description("list the built-in worlds, or describe one; `check --lab SCENARIO` runs against it")
    .argument("[scenario]")
    .action(async (scenario: string | undefined) => {
      const { describeLab } = await import("./lab-command.ts");
      process.stdout.write(describeLab(scenario));
    });
}

function subcommand(name: string): Command {
  return new Command(name).configureOutput({ outputError: () => undefined }).exitOverride();
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

function collectNames(option: string): (list: string, earlier?: readonly string[]) => readonly string[] {
  return (list, earlier = []) => [...earlier, ...namesIn(option, list)];
}

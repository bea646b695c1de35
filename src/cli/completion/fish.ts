import type { Takes, Tree, TreeCommand, TreeOption } from "./tree.ts";

/** Completion for fish 3 and later. */
export function fishScript({ options, commands }: Tree): string {
  const [first, ...others] = commands;
  const names = others.map(({ name }) => name).join(" ");
  const conditionOf = ({ name }: TreeCommand) =>
    name === first?.name ? `not __fish_seen_subcommand_from ${names}` : `__fish_seen_subcommand_from ${name}`;
  const lines = [
    ...commands.map(({ name, description }) => line("__fish_use_subcommand", `-a ${name}`, description)),
    ...options.map((option) => optionLine("__fish_use_subcommand", option)),
    ...commands.flatMap((command) => [
      ...command.options
        .filter(({ long }) => long !== "--help")
        .map((option) => optionLine(conditionOf(command), option)),
      ...operandLine(conditionOf(command), command),
    ]),
  ];
  return `# Completion of proxy-doctor for fish, made by \`proxy-doctor completion fish\`.
# For you:  proxy-doctor completion fish > ~/.config/fish/completions/proxy-doctor.fish
# For now:  proxy-doctor completion fish | source

function __proxy_doctor_list -d 'Words of a list that commas separate'
    set -l typed (commandline -ct | string replace -r '^--[a-z-]+=' '')
    set -l before (string replace -r '[^,]*$' '' -- $typed)
    for word in $argv
        echo $before$word
    end
end

complete -c proxy-doctor -f
complete -c proxy-doctor -s h -l help -d 'this help'
${lines.join("\n")}
`;
}

function optionLine(condition: string, { long, short, description, takes }: TreeOption): string {
  const names = `${short === undefined ? "" : `-s ${short.slice(1)} `}-l ${long.replace(/^--/, "")}`;
  return line(condition, `${names}${valueOf(takes)}`, description);
}

function operandLine(condition: string, { operand }: TreeCommand): readonly string[] {
  switch (operand.kind) {
    case "words":
      return [line(condition, `-a ${quoted(operand.words.join(" "))}`, "")];
    case "files":
      return [line(condition, "-F", "")];
    default:
      return [];
  }
}

function valueOf(takes: Takes): string {
  switch (takes.kind) {
    case "nothing":
      return "";
    case "files":
      return " -r -F";
    case "directories":
      return ` -x -a ${quoted("(__fish_complete_directories (commandline -ct))")}`;
    case "words":
      return ` -x -a ${quoted(takes.words.join(" "))}`;
    case "list":
      return ` -x -a ${quoted(`(__proxy_doctor_list ${takes.words.join(" ")})`)}`;
    default:
      return " -x";
  }
}

function line(condition: string, what: string, description: string): string {
  const told = description === "" ? "" : ` -d ${quoted(description)}`;
  return `complete -c proxy-doctor -n ${quoted(condition)} ${what}${told}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

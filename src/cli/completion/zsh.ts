import type { Takes, Tree, TreeCommand, TreeOption } from "./tree.ts";

/** Completion for zsh, from a directory of fpath or sourced. */
export function zshScript({ options, commands }: Tree): string {
  const [first] = commands;
  const listed = commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`);
  return `#compdef proxy-doctor
# Completion of proxy-doctor for zsh, made by \`proxy-doctor completion zsh\`.
# For you:  proxy-doctor completion zsh > "\${fpath[1]}/_proxy-doctor", and start a new shell
# For now:  source <(proxy-doctor completion zsh)

_proxy-doctor() {
  local command=${first?.name}
  local -a commands=(
${listed.join("\n")}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe -t commands command commands
    return
  fi
  local -a own=()
  if [[ $words[2] == -* ]]; then
    own=(${options.map((option) => specOf(option)).join(" ")})
  else
    command=$words[2]
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${commands.map(caseOf).join("\n")}
  esac
}

if [[ $funcstack[1] == _proxy-doctor ]]; then
  _proxy-doctor "$@"
else
  compdef _proxy-doctor proxy-doctor
fi
`;
}

function caseOf({ name, options, operand }: TreeCommand): string {
  const specs = [
    ...options.filter(({ long }) => long !== "--help").map((option) => specOf(option)),
    ...(operand.kind === "nothing" ? [] : [quoted(`*:${name}:${actionOf(operand)}`)]),
  ];
  const help = "'(-h --help)'{-h,--help}'[this help]'";
  return `    ${name})\n      _arguments $own \\\n${[...specs, help].map((spec) => `        ${spec}`).join(" \\\n")}\n      ;;`;
}

function specOf({ long, description, takes }: TreeOption): string {
  const told = `[${description.replace(/[[\]:\\]/g, "\\$&")}]`;
  if (takes.kind === "nothing") return quoted(`${long}${told}`);
  return quoted(`*${long}=${told}:${long.replace(/^--/, "")}:${actionOf(takes)}`);
}

function actionOf(takes: Takes): string {
  switch (takes.kind) {
    case "files":
      return "_files";
    case "directories":
      return "_files -/";
    case "words":
      return `(${takes.words.join(" ")})`;
    case "list":
      return `_sequence compadd - ${takes.words.join(" ")}`;
    default:
      return " ";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

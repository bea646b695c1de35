import { groupBy } from "../../model/group-by.ts";
import type { Takes, Tree, TreeCommand } from "./tree.ts";

/** Completion for bash 3.2 and later, with or without bash-completion. */
export function bashScript({ options, commands }: Tree): string {
  const own = options.flatMap(({ long, short = "" }) => [short, long]).filter(Boolean);
  const names = commands.map(({ name }) => name);
  return `# Completion of proxy-doctor for bash, made by \`proxy-doctor completion bash\`.
# For you:  proxy-doctor completion bash > ~/.local/share/bash-completion/completions/proxy-doctor
# For all:  proxy-doctor completion bash | sudo tee /etc/bash_completion.d/proxy-doctor
# For now:  source <(proxy-doctor completion bash)

_proxy_doctor() {
  local current=\${COMP_WORDS[COMP_CWORD]} option=\${COMP_WORDS[COMP_CWORD - 1]}
  local command=${names[0]} words= takes= before= word
  # bash takes --role=services apart.
  if [[ $current == = ]]; then
    current=
  elif [[ $option == = ]]; then
    option=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ $COMP_CWORD -gt 1 && \${COMP_WORDS[1]} != -* ]]; then command=\${COMP_WORDS[1]}; fi
  case $command:$option in
${valueCases(commands)}
    *)
      if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then
        takes=words words='${names.join(" ")}'
      elif [[ $current == -* ]]; then
        takes=words
        case $command in
${commands.map((command) => `          ${command.name}) words='${flagsOf(command).join(" ")}' ;;`).join("\n")}
        esac
        if [[ $COMP_CWORD -eq 1 ]]; then words="$words ${own.join(" ")}"; fi
      else
        case $command in
${commands.flatMap(operandCase).join("\n")}
        esac
      fi
      ;;
  esac
  COMPREPLY=()
  if [[ $takes == list && $current == *,* ]]; then
    before=\${current%,*},
    current=\${current##*,}
  fi
  while IFS= read -r word; do COMPREPLY+=("$before$word"); done < <(
    case $takes in
      words | list) compgen -W "$words" -- "$current" ;;
      files) compgen -f -- "$current" ;;
      directories) compgen -d -- "$current" ;;
    esac
  )
  case $takes in files | directories) compopt -o filenames 2> /dev/null ;; esac
  return 0
}
complete -F _proxy_doctor proxy-doctor
`;
}

function flagsOf({ options }: TreeCommand): readonly string[] {
  return options.map(({ long }) => long);
}

/** What follows an option, those alike together. */
function valueCases(commands: readonly TreeCommand[]): string {
  const valued = commands.flatMap(({ name, options }) =>
    options
      .filter(({ takes }) => takes.kind !== "nothing")
      .map(({ long, takes }) => ({ pattern: `${name}:${long}`, does: assignment(takes) })),
  );
  return [...groupBy(valued, ({ does }) => does)]
    .map(([does, same]) => `    ${same.map(({ pattern }) => pattern).join(" | ")}) ${does} ;;`)
    .join("\n");
}

function operandCase({ name, operand }: TreeCommand): readonly string[] {
  return operand.kind === "nothing" ? [] : [`          ${name}) ${assignment(operand)} ;;`];
}

function assignment(takes: Takes): string {
  switch (takes.kind) {
    case "words":
    case "list":
      return `takes=${takes.kind} words='${takes.words.join(" ")}'`;
    default:
      return `takes=${takes.kind}`;
  }
}

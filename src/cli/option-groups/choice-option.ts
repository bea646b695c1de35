import { Option } from "commander";

/** An option that takes one of a few words; help and completion tell them, and the options' schema checks them. */
export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser((value: string) => value);
}

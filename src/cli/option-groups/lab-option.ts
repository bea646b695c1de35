import { Option } from "commander";

/** `--lab`, in the words of what is done to the world, and the options of which a world has its own. */
export function labOption(verb: string, conflicting: string[]): Option {
  return new Option("--lab <scenario>", `${verb} a built-in world instead of this machine`).conflicts(
    conflicting,
  );
}

import { watchLog } from "../../render/terminal/watch.ts";
import type { Style } from "../terminal.ts";
import type { View } from "./view.ts";

/** Adds to a log what changed, a line each. */
export function logView(write: (text: string) => void, style: Style): View {
  return {
    status: () => undefined,
    show: (watched) => {
      const text = watchLog(watched, style);
      if (text !== "") write(text);
    },
    end: () => undefined,
  };
}

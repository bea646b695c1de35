import { remarks, wayWords } from "../messages/tunnel-ways.ts";
import { consoleWords } from "../messages/tunnel-words.ts";
import type { TunnelAdvice } from "../model/tunnel.ts";
import { jsonText } from "./json-text.ts";

/** The advice as JSON, with its words; ends with a line break. */
export function renderTunnelJson(advice: TunnelAdvice): string {
  const words = { ...consoleWords(advice), way: wayWords(advice), remarks: remarks(advice) };
  return jsonText({ ...advice, explained: words });
}

import type { ClientRoute } from "../model/client-route.ts";
import { answerOf } from "../model/route-answer.ts";
import { jsonText } from "./json-text.ts";

/** Which way clients go, as JSON: an array in the order of URLs, then clients. Ends with a line break. */
export function renderRoutesJson(routes: readonly ClientRoute[]): string {
  const rows = routes.map(({ url, client, version, decision, sight }) => ({
    url,
    client,
    version,
    ...answerOf(decision),
    ...(sight === undefined ? {} : { sight }),
  }));
  return jsonText(rows);
}

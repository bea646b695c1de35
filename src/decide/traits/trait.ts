import type { Client } from "../../model/client.ts";

/** A question that is put to every client's model, and its answer in a few words. */
export type Trait = { readonly question: string; readonly answer: (client: Client) => string };

/** What a client answers that the question does not concern. */
export const NOT_ASKED = "–";

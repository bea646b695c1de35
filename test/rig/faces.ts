import { fleetRendererOf } from "../../src/render/fleet.ts";
import { FLEET_FORMATS, FORMATS } from "../../src/render/formats.ts";
import { rendererOf } from "../../src/render/index.ts";

/** The renderer of each format of a report. */
export const RENDERERS = await loaded(FORMATS, rendererOf);

/** The renderer of each format of a fleet. */
export const FLEET_RENDERERS = await loaded(FLEET_FORMATS, fleetRendererOf);

async function loaded<F extends string, R>(
  formats: readonly F[],
  load: (format: F) => Promise<R>,
): Promise<Readonly<Record<F, R>>> {
  const entries = await Promise.all(formats.map(async (format) => [format, await load(format)] as const));
  return Object.fromEntries(entries) as Record<F, R>;
}

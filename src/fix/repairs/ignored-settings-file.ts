import { settingsIn } from "../workspace.ts";
import { dropInFor } from "./drop-in.ts";
import type { Repair } from "./repair.ts";

/** A drop-in for the service that does not read the file; the file stays, others may read it. */
export const repairIgnoredSettingsFile: Repair<"ignored-settings-file"> = ({
  args,
  workspace,
  circumstances,
}) => {
  const components = circumstances.components.filter(({ id }) => args.components.includes(id));
  const [unit] = components.flatMap(({ reads }) =>
    reads.flatMap((view) => (view.from === "unit" ? [view.unit.replace(/\.service$/, "")] : [])),
  );
  return unit === undefined ? [] : dropInFor(unit, components, settingsIn(workspace), circumstances);
};

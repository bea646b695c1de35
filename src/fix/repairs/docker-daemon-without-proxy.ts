import { settingsIn } from "../workspace.ts";
import { dropInFor } from "./drop-in.ts";
import type { Repair } from "./repair.ts";

/** A drop-in for Docker's service. */
export const repairDockerDaemonWithoutProxy: Repair<"docker-daemon-without-proxy"> = ({
  workspace,
  circumstances,
}) => {
  const daemon = circumstances.components.filter(({ id }) => id === "docker-daemon");
  return dropInFor("docker", daemon, settingsIn(workspace), circumstances);
};

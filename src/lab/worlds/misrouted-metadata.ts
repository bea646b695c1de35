import type { World } from "../world.ts";
import { BYPASS, INSTALLATION, METADATA, PROXY_METADATA } from "./installation.ts";
import { etcEnvironment } from "./settings.ts";

const { files, proxied } = INSTALLATION;
const forgetful = { ...BYPASS, hosts: BYPASS.hosts.filter((host) => host !== METADATA) };

/** One file forgot the metadata service, and the proxy answers in its place with its own identity. */
export const misroutedMetadata: World = {
  ...INSTALLATION,
  title: "EC2 metadata is asked of the proxy, which tells its own",
  files: { ...files, "/etc/environment": etcEnvironment(forgetful) },
  proxied: { ...proxied, hosts: { ...proxied.hosts, ...PROXY_METADATA } },
};

import type { Machine } from "../machine.ts";

/** What the AWS command of version 2 brings with itself. */
const AWS_CLI_2 = "/usr/local/aws-cli/v2/current/dist/awscli/botocore/cacert.pem";

const AWS_COMMANDS = ["/usr/local/bin/aws", "/usr/bin/aws"];

/** botocore takes certifi's where certifi is installed, and else its own (`httpsession.py`); requests takes certifi's. */
const BUNDLES = ["botocore/cacert.pem", "certifi/cacert.pem"];

const PACKAGES = ["dist-packages", "site-packages"];

/**
 * Where bundles of Python packages may lie: those of the system's Python, and of the one that the `aws` program is
 * started with. Debian's own packages bring none, and go by the system's.
 */
export async function pythonStores({
  list,
  read,
}: Pick<Machine, "list" | "read">): Promise<readonly string[]> {
  const started = await Promise.all(AWS_COMMANDS.map(async (path) => prefixIn(await read(path))));
  const prefixes = new Set(["/usr", "/usr/local", ...started.flat()]);
  const listings = await Promise.all([...prefixes].map((prefix) => list(`${prefix}/lib`)));
  const versions = listings
    .flatMap((listing) => (listing.kind === "listed" ? listing.directories : []))
    .filter((directory) => /\/python3(?:\.\d+)?$/.test(directory));
  const below = versions.flatMap((version) =>
    PACKAGES.flatMap((packages) => BUNDLES.map((bundle) => `${version}/${packages}/${bundle}`)),
  );
  return [AWS_CLI_2, ...below];
}

/** The prefix of the Python that a script's first line names, as `/opt/aws` of `#!/opt/aws/bin/python3`. */
function prefixIn(script: Awaited<ReturnType<Machine["read"]>>): readonly string[] {
  if (script.kind !== "text") return [];
  const [, prefix] =
    /^#![ \t]*(\/[^\s]*)\/bin\/python[\d.]*(?:[ \t][^\n]*)?\r?(?:\n|$)/.exec(script.text) ?? [];
  return prefix === undefined ? [] : [prefix];
}

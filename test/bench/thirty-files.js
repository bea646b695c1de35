import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const PROXY = "http://10.0.0.33:3128";
const LIST = "169.254.169.254,10.0.1.238,127.0.0.1,localhost,172.17.0.1,ghe.example.com";
const DOCKER = { httpProxy: PROXY, httpsProxy: PROXY, noProxy: LIST };

const names = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];
const variables = names.map((name) => `${name}="${/^no/i.test(name) ? LIST : PROXY}"`);
const exported = variables.map((line) => `export ${line}`);
const unit = `[Service]\nEnvironment="HTTP_PROXY=${PROXY}" "HTTPS_PROXY=${PROXY}" "NO_PROXY=${LIST}"`;
/** @type {(count: number, path: string, text: string) => Record<string, string>} */
const numbered = (count, path, text) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [path.replace("N", `${n}`), text]));

/** Thirty files, of which some leave S3 out of their bypass lists and one exports nothing. */
const FILES = {
  "etc/environment": variables.join("\n"),
  "etc/circle-installation-customizations": variables.join("\n"),
  ...numbered(4, "etc/circleconfig/sN/customizations", exported.join("\n")),
  ...numbered(4, "etc/profile.d/pN.sh", exported.join("\n")),
  "etc/replicated.conf": `{"HttpProxy": "${PROXY}"}`,
  "etc/default/replicated": `REPLICATED_OPTS="-e HTTP_PROXY=${PROXY} -e NO_PROXY=${LIST}"`,
  "etc/default/replicated-operator": `REPLICATED_OPERATOR_OPTS="-e HTTP_PROXY=${PROXY}"`,
  ...numbered(3, "etc/systemd/system/docker.service.d/N.conf", unit),
  "etc/docker/daemon.json": JSON.stringify({ proxies: { "http-proxy": PROXY, "no-proxy": LIST } }),
  ...numbered(3, "home/uN/.docker/config.json", JSON.stringify({ proxies: { default: DOCKER } })),
  ...numbered(4, "etc/apt/apt.conf.d/N.conf", `Acquire::http::Proxy "${PROXY}";`),
  "etc/wgetrc": `http_proxy = ${PROXY}\nno_proxy = ${LIST}`,
  "etc/gitconfig": `[http]\n\tproxy = ${PROXY}`,
  ...numbered(3, "etc/sudoers.d/N", 'Defaults env_keep += "http_proxy"'),
};

/** A machine with thirty settings files in a directory of its own; gives the directory. */
export function machineOfThirtyFiles() {
  const root = mkdtempSync(join(tmpdir(), "proxy-doctor-bench-"));
  for (const [path, text] of Object.entries(FILES)) {
    const whole = join(root, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, `${text}\n`);
  }
  return root;
}

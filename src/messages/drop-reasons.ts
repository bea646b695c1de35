import type { DropReason, FileFault, Loader } from "../model/setting.ts";

/** Who reads a file of a grammar. */
const READERS: Readonly<Record<Loader, string>> = {
  "pam-env": "pam_env",
  shell: "a shell",
  systemd: "systemd",
  "env-file": "systemd",
  "docker-options": "systemd",
  "replicated-conf": "Replicated",
  "docker-daemon-json": "dockerd",
  "docker-config-json": "the Docker command",
  "one-value": "Replicated",
  "apt-conf": "apt",
  wgetrc: "wget",
  curlrc: "curl",
  "git-config": "git",
  "aws-config": "botocore",
  sudoers: "sudo",
};

/** Why its program does not take a statement, and how it is to be written. */
export function wordsForDrop({ loader, path }: FileFault, reason: DropReason): string {
  return `${READERS[loader]} ${whatHappens(loader, path, reason)}`;
}

function whatHappens(loader: Loader, path: string, reason: DropReason): string {
  switch (reason) {
    case "no-assignment":
      return loader === "shell"
        ? 'takes the name for a command or for no value: write NAME="value" with no blank or colon behind the name'
        : "passes over it: write NAME=value with no blank or colon behind the name";
    case "with-export":
      return "takes export for a part of the name: write NAME=value alone";
    case "blank-in-value":
      return 'takes a blank for the end of the value, and passes over what stands behind it: write Environment="NAME=value"';
    case "per-cent-sign":
      return "takes a % for the beginning of a specifier, and drops or changes the value: write %% for every %";
    case "invalid-quoting":
      return "passes over what has a quote that is never closed, or an escape that it does not know";
    case "unknown-key":
      return wordsForKey(loader);
    case "no-text":
      return `${loader === "docker-daemon-json" ? "does not start with" : "does not take"} what is no text here: write one value in double quotes, a list with commas between its entries`;
    case "outside-section":
      return "takes variables from the section [Service] alone: write [Service] on a line of its own above it";
    case "byte-order-mark":
      return `does not take the byte order mark at the beginning of the file: take it out with sudo sed -i '1s/^\\xef\\xbb\\xbf//' ${path}`;
  }
}

function wordsForKey(loader: Loader): string {
  switch (loader) {
    case "docker-daemon-json":
      return 'takes no proxy from this key, and does not start with one that it does not know: write "http-proxy", "https-proxy" and "no-proxy" below "proxies"';
    case "docker-config-json":
      return 'takes no proxy from this key: write "httpProxy", "httpsProxy" and "noProxy" below "default" in "proxies"';
    default:
      return 'has no such key: write Environment="NAME=value"';
  }
}

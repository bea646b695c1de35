import { fileURLToPath } from "node:url";
import type { ClientName } from "../../src/model/client.ts";
import { keepAsking, printed, type Subject } from "./subject.ts";

/** Debian's, unless another is asked for. */
const PYTHON = process.env["PYTHON"] ?? "/usr/bin/python3";

const DRIVER = fileURLToPath(new URL("./drivers/python-client.py", import.meta.url));

/** A Python library that makes the calls, within one process. */
export async function askPython(client: ClientName, library: string): Promise<Subject> {
  const version = await printed([PYTHON, DRIVER, library, "--version"], /^(\d\S*)/);
  return keepAsking(client, version, [PYTHON, DRIVER, library]);
}

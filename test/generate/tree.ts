import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTree } from "../../src/cli/write-tree.ts";
import { type GeneratedFile, generate, type Order } from "../../src/generate/generate.ts";

/** Does something with what an order gives, written below a directory that is gone afterwards. */
export async function withTree<T>(
  order: Order,
  work: (root: string, files: readonly GeneratedFile[]) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "proxy-doctor-"));
  try {
    const files = generate(order);
    await writeTree(root, files);
    return await work(root, files);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The text of one file as it is to be written. */
export function textAt(order: Order, path: string): string {
  const file = generate(order).find((each) => each.path === path);
  if (file === undefined) throw new Error(`${path} is not generated`);
  return file.content.reveal();
}

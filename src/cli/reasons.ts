import { errorCode } from "../model/error-code.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  EISDIR: "is a directory",
  ENOTDIR: "is not a directory",
  ELOOP: "too many symbolic links",
  ENOSPC: "no space is left",
  EDQUOT: "the quota is used up",
  EFBIG: "it is larger than this process may write",
  ENXIO: "is a socket",
  EAGAIN: "is a terminal, or gives nothing",
};

/** Why a file could not be opened, read or written, in words. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error) || "unknown error";
  return REASONS[code] ?? code;
}

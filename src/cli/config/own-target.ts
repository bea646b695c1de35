import type { ComponentId } from "../../model/component.ts";
import type { Exchange, Mark, OwnTarget, Target, TargetId } from "../../model/target.ts";
import type { ConfiguredTarget } from "./target-schema.ts";

/** A target of a configuration file in the words of the model: asked with one GET, or with what its scheme begins with. */
export function ownTarget(configured: ConfiguredTarget): OwnTarget {
  const { id, url, policy, reason = "the configuration file says so" } = configured;
  const isHttp = url.startsWith("http");
  const target: Target = {
    id: idOf(id),
    url,
    exchange: exchangeOf(url),
    marks: marksOf(configured),
    policy: typeof policy === "string" ? { standard: policy, corporate: policy } : policy,
    reason: reason.replace(/\.$/, ""),
  };
  const callers: readonly ComponentId[] = configured.components ?? ["shell-commands"];
  return { target, components: isHttp ? callers : ["raw-connections"] };
}

function idOf(id: string): TargetId {
  const [first = "", second = ""] = id.split("/");
  return `${first}/${second}`;
}

function exchangeOf(url: string): Exchange {
  if (url.startsWith("ssh:")) return { kind: "ssh-banner" };
  return url.startsWith("tcp:") ? { kind: "connect" } : { kind: "http", method: "GET", headers: {} };
}

function marksOf({ url, expect }: ConfiguredTarget): readonly Mark[] {
  if (url.startsWith("ssh:")) return [{ body: "^SSH-2\\.0-" }];
  if (url.startsWith("tcp:")) return [];
  if (expect === undefined) return [{ certificate: "verified" }];
  const { status, header, body } = expect;
  return [
    {
      ...(status === undefined ? {} : { status }),
      ...(header === undefined
        ? {}
        : { header: { name: header.name.toLowerCase(), matches: literal(header.contains ?? "") || "." } }),
      ...(body === undefined ? {} : { body: literal(body) }),
    },
  ];
}

/** A pattern that matches a text itself. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

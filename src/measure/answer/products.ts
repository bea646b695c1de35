import { GATEWAYS } from "./gateways.ts";
import { header, type Product, part } from "./product-signs.ts";

const RECOG = "Rapid7 recog";
const WAFW00F = "wafw00f";

/** Servers that stand before targets as often as between, by what their own errors look like. */
const SERVERS: readonly Omit<Product, "kind">[] = [
  {
    name: "Apache",
    passes: /\(Apache\//i,
    // It has status 500 where a name is unknown (seen: Apache 2.4.71).
    failing: /The proxy server could not handle the request/,
    signs: [
      header("server", "errors", /^Apache\b/i, "seen: Apache 2.4.71"),
      part("page", /<p>You don't have permission to access (this resource\.|\/)/, "seen: Apache 2.4.71"),
    ],
  },
  {
    name: "nginx",
    signs: [
      header("server", "errors", /^(nginx|openresty)\b/i, `seen: nginx 1.22.1; ${WAFW00F}`),
      part("page", /<hr><center>(nginx|openresty)\b/i, `seen: nginx 1.22.1; ${WAFW00F}`),
    ],
  },
  {
    // It gives no header of its own.
    name: "HAProxy",
    signs: [
      part("page", /<\/h1>\nRequest forbidden by administrative rules\.\n/, "seen: HAProxy 2.6.12"),
      part(
        "page",
        /<\/h1>\n(No server is available to handle this request|The server returned an invalid or incomplete response|The server didn't respond in time)\.\n/,
        "seen: HAProxy 2.6.12",
      ),
    ],
  },
  {
    name: "Envoy",
    signs: [
      header("server", "errors", /^(istio-)?envoy\b/i, RECOG),
      part(
        "text",
        /^upstream connect error or disconnect\/reset before headers\b/,
        "Istio, documentation of locality failover; Envoy, grpc_web_filter_integration_test",
      ),
    ],
  },
];

/** Fronts of targets, which say so in `Server`. `Via` and `X-Cache` are theirs as well as a proxy's. */
const CDNS: readonly Omit<Product, "kind">[] = [
  {
    name: "CloudFront",
    signs: [header("server", "errors", /^CloudFront\b/i, RECOG)],
  },
  {
    name: "Akamai",
    signs: [header("server", "errors", /^(Akamai)?GHost\b/, RECOG)],
  },
  {
    name: "Cloudflare",
    signs: [header("server", "errors", /^cloudflare\b/i, WAFW00F)],
  },
  {
    name: "Varnish",
    signs: [header("server", "errors", /^Varnish\b/i, RECOG)],
  },
  {
    name: "AWS load balancer",
    signs: [header("server", "errors", /^awselb\b/i, WAFW00F)],
  },
];

/** Every product that shows itself somehow. */
export const PRODUCTS: readonly Product[] = [
  ...GATEWAYS.map((product): Product => ({ kind: "gateway", ...product })),
  ...SERVERS.map((product): Product => ({ kind: "server", ...product })),
  ...CDNS.map((product): Product => ({ kind: "cdn", ...product })),
];

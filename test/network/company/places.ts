/** The company's machines, and the address that each has within it (the page's, where it names one). */
export const MACHINES = {
  services: "10.0.1.238",
  "nomad-client": "10.0.1.50",
  laptop: "10.8.0.21",
  proxy: "10.0.0.33",
  ghe: "10.0.3.7",
} as const;

export type MachineName = keyof typeof MACHINES;

/** The machines on EC2, and who each is by its metadata service. */
export const INSTANCES = {
  services: "i-0aa0000000000238a",
  "nomad-client": "i-0bb0000000000050b",
  proxy: "i-0cc0000000000033c",
} as const satisfies Partial<Record<MachineName, string>>;

/** Where packets meet: it routes, filters, and translates addresses to those by which the internet knows the company. */
export const ROUTER = "10.0.0.1";
/** The name server of the company's machines, and the proxy's own. */
export const RESOLVER = "10.0.0.2";
export const PROXYS_RESOLVER = "10.0.0.53";
/** Who calls, as the internet sees it: any machine, or the proxy. */
export const EGRESS = { direct: "203.0.113.10", proxy: "203.0.113.33" } as const;
export const INTERNET_GATEWAY = "203.0.113.1";

export const REGION = "us-east-1";
export const BUCKET = "acme-circleci";
export const SERVICES_NAME = "circleci.example.com";
export const GHE_NAME = "ghe.example.com";
export const PROXY_NAME = "proxy.example.com";

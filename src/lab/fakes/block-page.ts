import type { Answer, Fake } from "../fake.ts";

/**
 * A filter in place of whatever host was asked for: its own page with status 200, over its own certificate
 * where TLS is spoken (domain-facts 2.8).
 */
export const blockPage: Fake = {
  80: { speaks: "http", answer: accessDenied },
  443: { speaks: "https", answer: accessDenied },
};

function accessDenied(): Answer {
  return {
    status: 200,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
    body: "<!DOCTYPE html>\n<html>\n<head><title>Access denied by policy</title></head>\n<body><h1>Access denied by policy</h1><p>This site is blocked by your organisation.</p></body>\n</html>\n",
  };
}

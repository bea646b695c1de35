/**
 * The system's bundle: Debian's and Ubuntu's, Red Hat's, SUSE's, Alpine's and BSD's, in the order in which Go looks for
 * them (`crypto/x509`, `root_linux.go`).
 */
export const SYSTEM_STORES: readonly string[] = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

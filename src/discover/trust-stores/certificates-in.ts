/** A certificate in PEM, by any of the labels that OpenSSL reads (`PEM_bytes_read_bio`, `pem_lib.c`). */
const CERTIFICATE =
  /-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[\r\n]+[A-Za-z0-9+/=\s]{1,100000}-----END \1-----/g;

/** The certificates of a text, PEM, each by itself; what stands between them is no part of any. */
export function certificatesIn(text: string): readonly string[] {
  return [...text.matchAll(CERTIFICATE)].map(([pem]) => pem);
}

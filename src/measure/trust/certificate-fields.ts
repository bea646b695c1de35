/** What `X509Certificate` does not tell of a certificate (RFC 5280, 4.1 and 4.2). */
export type CertificateFields = {
  /** Of version 1, which has no extensions: such a root cannot say that it is an authority. */
  readonly isVersion1: boolean;
  /** How many authorities may stand between this one and a leaf, themselves' own renewals not counted. */
  readonly pathLength?: number;
  /** The first byte of the key usage: bits of `KEY_USAGES`. */
  readonly keyUsage?: number;
};

/** Bits of a key usage (RFC 5280, 4.2.1.3). */
export const KEY_USAGES = {
  digitalSignature: 0x80,
  keyEncipherment: 0x20,
  keyAgreement: 0x08,
  keyCertSign: 0x04,
} as const;

/** A value within DER: its tag, and where its content stands. */
type Piece = { readonly tag: number; readonly start: number; readonly end: number };

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;

/** The object identifiers 2.5.29.15 and 2.5.29.19. */
const KEY_USAGE = "551d0f";
const BASIC_CONSTRAINTS = "551d13";

/** More values than these no certificate has side by side. */
const MOST_PIECES = 200;

/** Reads these fields of a certificate in DER; what cannot be read is left out. */
export function fieldsOf(der: Uint8Array): CertificateFields {
  const [certificate] = piecesIn(der, { start: 0, end: der.length });
  const [signed] = piecesIn(der, certificate);
  const parts = piecesIn(der, signed);
  const [list] = piecesIn(
    der,
    parts.find(({ tag }) => tag === EXTENSIONS),
  );
  const extensions = new Map(
    piecesIn(der, list).map((extension) => {
      const inner = piecesIn(der, extension);
      return [hexOf(der, inner[0]), piecesIn(der, inner.at(-1))[0]] as const;
    }),
  );
  const limit = piecesIn(der, extensions.get(BASIC_CONSTRAINTS)).find(({ tag }) => tag === INTEGER);
  const usage = extensions.get(KEY_USAGE);
  // Before the bits stands how many of the last byte are unused.
  const bits = usage?.tag === BIT_STRING ? der[usage.start + 1] : undefined;
  return {
    isVersion1: parts[0] !== undefined && parts[0].tag !== VERSION,
    ...(limit === undefined ? {} : { pathLength: Number.parseInt(hexOf(der, limit), 16) }),
    ...(usage === undefined ? {} : { keyUsage: bits ?? 0 }),
  };
}

/** The values that stand side by side within another, up to the first that is malformed. */
function piecesIn(der: Uint8Array, within: Omit<Piece, "tag"> | undefined): readonly Piece[] {
  const pieces: Piece[] = [];
  if (within === undefined) return pieces;
  let at = within.start;
  while (at + 2 <= within.end && pieces.length < MOST_PIECES) {
    const tag = der[at] ?? 0;
    const first = der[at + 1] ?? 0;
    const more = first < 0x80 ? 0 : first - 0x80;
    const start = at + 2 + more;
    const length = more === 0 ? first : Number.parseInt(hexOf(der, { start: at + 2, end: start }), 16);
    const end = start + length;
    if (more > 4 || !(end <= within.end)) break;
    pieces.push({ tag, start, end });
    at = end;
  }
  return pieces;
}

function hexOf(der: Uint8Array, piece: Omit<Piece, "tag"> | undefined): string {
  return piece === undefined ? "" : Buffer.from(der.subarray(piece.start, piece.end)).toString("hex");
}

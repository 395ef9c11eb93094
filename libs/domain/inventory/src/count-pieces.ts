/** A piece that is known, and since when it is where it is; times in milliseconds. */
export interface KnownPiece {
  serialNumber: string;
  /** On the shelf of the place that is counted. */
  isOnShelf: boolean;
  since: number;
}

export interface ScannedPiece {
  serialNumber: string;
  scannedAt: number;
}

/**
 * What a count says of pieces (INV-138): one on the shelf that nobody scanned is missing, one that was scanned and is
 * believed elsewhere is found. A piece that moved since it was looked for is left where its move took it.
 */
export function countPieces(known: readonly KnownPiece[], scanned: readonly ScannedPiece[], countedAt: number): { missing: string[]; found: string[] } {
  const placeOf = new Map(known.map((piece) => [piece.serialNumber, piece]));
  const seen = new Set(scanned.map(({ serialNumber }) => serialNumber));
  return {
    missing: known.filter((piece) => piece.isOnShelf && !seen.has(piece.serialNumber) && piece.since <= countedAt).map(({ serialNumber }) => serialNumber),
    found: scanned.filter(({ serialNumber, scannedAt }) => {
      const piece = placeOf.get(serialNumber);
      return !piece || (!piece.isOnShelf && piece.since <= scannedAt);
    }).map(({ serialNumber }) => serialNumber),
  };
}

import type { ReceiveTransferRequest, ShipTransferRequest, TransferAnswer } from '@oneshelf/contracts';

export type TransferLine = TransferAnswer['lines'][number];

/** What was scanned of a line; damaged pieces are among them. Of pieces with a serial each is named, and counts once. */
export interface Found {
  allMilli: number;
  damagedMilli: number;
  serials: string[];
  damagedSerials: string[];
}

export const nothingFound: Found = { allMilli: 0, damagedMilli: 0, serials: [], damagedSerials: [] };

/** Whether the pieces of the line are scanned one by one: those of a transfer that was sent before its product had serials are not. */
export const isNamed = (line: TransferLine, isToSend: boolean): boolean => line.bySerial && (isToSend || line.serialsOnRoad.length > 0);

export const mostOf = (line: TransferLine, isToSend: boolean): number => (isToSend ? line.requestedMilli : line.inTransitMilli);

/** Pieces beside those with a serial. */
export const unnamedOf = ({ allMilli, serials }: Found): number => allMilli - serials.length * 1000;

/** These pieces, beside as many without a serial as before. */
export function withSerials(found: Found, serials: string[]): Found {
  const damagedSerials = found.damagedSerials.filter((serial) => serials.includes(serial));
  const unnamedDamaged = found.damagedMilli - found.damagedSerials.length * 1000;
  return { serials, damagedSerials, allMilli: unnamedOf(found) + serials.length * 1000, damagedMilli: unnamedDamaged + damagedSerials.length * 1000 };
}

/** The piece as damaged, or as in order again. */
export function withDamage(found: Found, serial: string): Found {
  const damagedSerials = found.damagedSerials.includes(serial) ? found.damagedSerials.filter((one) => one !== serial) : [...found.damagedSerials, serial];
  return { ...found, damagedSerials, damagedMilli: found.damagedMilli + (damagedSerials.length - found.damagedSerials.length) * 1000 };
}

/** The pieces that were sent and not scanned. */
export const missingSerials = (lines: readonly TransferLine[], of: (line: TransferLine) => Found): string[] =>
  lines.flatMap((line) => line.serialsOnRoad.filter((serial) => !of(line).serials.includes(serial)));

export const sentLine = (line: TransferLine, { allMilli, serials }: Found): NonNullable<ShipTransferRequest['lines']>[number] => ({ lineId: line.id, quantityMilli: allMilli, ...(serials.length > 0 ? { serials } : {}) });

/** Of what was scanned: so much was on the road, the rest is a surplus; what was not scanned is given up or still comes. */
export function receivedLine(line: TransferLine, { allMilli, damagedMilli, serials, damagedSerials }: Found, isGone: boolean): ReceiveTransferRequest['lines'][number] {
  const arrived = Math.min(allMilli, line.inTransitMilli);
  const damaged = Math.min(damagedMilli, arrived);
  return {
    lineId: line.id, receivedMilli: arrived - damaged, damagedMilli: damaged, missingMilli: isGone ? line.inTransitMilli - arrived : 0, surplusMilli: allMilli - arrived,
    ...(serials.length > 0 ? { serials: serials.filter((serial) => !damagedSerials.includes(serial)), damagedSerials } : {}),
  };
}

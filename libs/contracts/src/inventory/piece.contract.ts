import * as z from 'zod';

/** As on the label; kept without blanks and in capitals. */
export const SerialText = z.string().trim().min(1).max(60);

/** A piece of an order's line, by its serial number. */
export const PieceOfLine = z.object({ orderLineId: z.uuid(), serialNumber: SerialText });
export type PieceOfLine = z.infer<typeof PieceOfLine>;

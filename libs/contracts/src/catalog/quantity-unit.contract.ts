import * as z from 'zod';

/** What a quantity of 1000 is. Where an answer says none, it is pieces. */
export const QuantityUnit = z.enum(['piece', 'kg', 'g', 'l', 'ml', 'm']);
export type QuantityUnit = z.infer<typeof QuantityUnit>;

import type * as z from 'zod';

/**
 * A kind of event: its versioned name ("orders.order-placed.v1") and the schema of its payload.
 * A payload holds ids and facts of that moment, never entities.
 */
export interface EventType<Payload> {
  name: string;
  schema: z.ZodType<Payload>;
}

export const defineEvent = <Payload>(name: string, schema: z.ZodType<Payload>): EventType<Payload> => ({ name, schema });

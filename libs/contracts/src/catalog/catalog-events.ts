import * as z from 'zod';
import { defineEvent } from '../events/event-type';

/** A person started an import that was checked before; the worker runs it. */
export const ImportStarted = defineEvent('catalog.import-started.v1', z.object({ importId: z.uuid() }));

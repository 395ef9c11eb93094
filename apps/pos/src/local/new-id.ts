import { v7 } from 'uuid';

/** UUIDv7, made here once: the identity of a sale, an operation, a payment. Sending it again changes nothing. */
export const newId = (): string => v7();

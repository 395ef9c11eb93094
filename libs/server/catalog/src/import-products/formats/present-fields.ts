import type { ImportField } from '@oneshelf/contracts';

/** The fields whose columns this file really has. */
export const presentFields = (columns: string[], fields: Partial<Record<ImportField, string>>): Partial<Record<ImportField, string>> =>
  Object.fromEntries(Object.entries(fields).filter(([, column]) => columns.includes(column)));

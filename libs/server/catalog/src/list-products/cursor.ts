/** Where a page ended: lists are ordered by title, then id. */
export interface Cursor {
  title: string;
  id: string;
}

export const encodeCursor = ({ title, id }: Cursor): string => Buffer.from(JSON.stringify([title, id])).toString('base64url');

/** Null for no cursor and for a text that we never gave out. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const [title, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    return typeof title === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { title, id } : null;
  } catch {
    return null;
  }
}

'use client';
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export const topBarNoteId = 'top-bar-note';

/** What a page says at the right of the top bar: "Draft saved 14:32". */
export function TopBarNote({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(topBarNoteId)), []);
  return place === null ? null : createPortal(children, place);
}

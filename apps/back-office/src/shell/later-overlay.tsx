'use client';
import type { DialogProps } from '@oneshelf/ui';
import { lazy, Suspense, useState } from 'react';

// Overlays bring 40 kB of focus, menu and popover along that a page does not need before somebody asks for one.
const load = () => import('./overlays');
const LoadedDialog = lazy(() => load().then(({ Dialog }) => ({ default: Dialog })));
const LoadedSheet = lazy(() => load().then(({ Sheet }) => ({ default: Sheet })));

/** Fetches the overlays while the person reads, so that the first one opens at once. */
export const warmOverlays = (): void => void load().catch(() => undefined);

/** A question or a small form over the page. */
export const Dialog = (props: DialogProps) => <Later {...props} kind={LoadedDialog} />;

/** The same from the right edge. */
export const Sheet = (props: DialogProps) => <Later {...props} kind={LoadedSheet} />;

/** Loaded at the first opening; from then on it stays, so that it can close with its motion. */
function Later({ kind: Overlay, ...props }: DialogProps & { kind: typeof LoadedDialog }) {
  const [wasOpened, setOpened] = useState(props.isOpen);
  if (props.isOpen && !wasOpened) setOpened(true);
  return wasOpened ? <Suspense fallback={null}><Overlay {...props} /></Suspense> : null;
}

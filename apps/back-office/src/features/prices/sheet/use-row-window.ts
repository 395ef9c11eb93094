import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import { HEADER_HEIGHT, ROW_HEIGHT } from './grid-geometry';

const OVERSCAN = 8;
// The window moves in steps, so that most scroll events render nothing.
const STEP = 4;

/** The rows to keep in the document: `first` inclusive, `last` exclusive. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Whole rows that fit on the screen. */
  readonly pageRows: number;
  onScroll(): void;
}

export function useRowWindow(pane: RefObject<HTMLElement | null>, rowCount: number): RowWindow {
  const [start, setStart] = useState(0);
  const [height, setHeight] = useState(600);
  const onScroll = useCallback(() => {
    const top = pane.current?.scrollTop ?? 0;
    setStart(Math.floor(top / ROW_HEIGHT / STEP) * STEP);
  }, [pane]);
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  // A filter can shorten the sheet under the scroll position before the browser says so.
  const shown = Math.ceil(height / ROW_HEIGHT);
  const top = Math.max(0, Math.min(start, rowCount - shown));
  return {
    first: Math.max(0, top - OVERSCAN),
    last: Math.min(rowCount, top + shown + STEP + OVERSCAN),
    pageRows: Math.max(1, Math.floor((height - HEADER_HEIGHT) / ROW_HEIGHT) - 1),
    onScroll,
  };
}

'use client';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ColumnView } from './sheet/column-view';
import type { SheetStore } from './sheet/sheet-store';
import { keepLayout, readLayout, type SheetLayout } from './sheet-layout';

export interface SheetLayoutControls {
  /** What was kept when the sheet was opened. */
  readonly widths: SheetLayout['widths'];
  setWidths(widths: SheetLayout['widths']): void;
  setView(view: ColumnView): void;
}

/** Lays the sheet out as it was left, and keeps what a person changes. */
export function useSheetLayout(store: SheetStore, market: string): SheetLayoutControls {
  const opened = useMemo(() => readLayout(market), [market]);
  const current = useRef(opened);
  const keep = useCallback((change: Partial<SheetLayout>) => {
    current.current = { ...current.current, ...change };
    keepLayout(market, current.current);
  }, [market]);
  useEffect(() => {
    store.setView(opened.view);
    store.setSort(opened.sort);
    let kept = store.sort;
    return store.subscribe(() => {
      if (store.sort === kept) return;
      kept = store.sort;
      keep({ sort: kept });
    });
  }, [store, opened, keep]);
  const setWidths = useCallback((widths: SheetLayout['widths']) => keep({ widths }), [keep]);
  const setView = useCallback((view: ColumnView) => {
    store.setView(view);
    keep({ view });
  }, [store, keep]);
  return { widths: opened.widths, setWidths, setView };
}

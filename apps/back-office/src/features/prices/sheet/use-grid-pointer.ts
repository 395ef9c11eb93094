import { useRef, useState, type PointerEvent, type RefObject } from 'react';
import { fillRange, selectionOf } from '../../../sheet/cell-selection';
import { fill } from './edit-cells';
import { positionAtPoint, type GridGeometry } from './grid-geometry';
import type { GridLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import type { CellPosition, CellRange } from '../../../sheet/cell-position';

export interface PointerView {
  readonly store: SheetStore;
  readonly labels: GridLabels;
  readonly pane: RefObject<HTMLElement | null>;
  readonly geometry: GridGeometry;
  announce(text: string): void;
  reveal(position: CellPosition): void;
}

export interface PointerHandlers {
  /** The range that would be filled if the button were let go now. */
  readonly filling: CellRange | null;
  cancelFill(): void;
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerUp(): void;
  onPointerCancel(): void;
}

/** Selection and fill handle by mouse, pen or finger. */
export function useGridPointer(view: PointerView): PointerHandlers {
  const { store } = view;
  const dragging = useRef<'selection' | 'fill' | null>(null);
  const [filling, setFilling] = useState<CellRange | null>(null);
  const stop = (): void => {
    dragging.current = null;
    setFilling(null);
  };
  const onPointerDown = (event: PointerEvent): void => {
    const target = event.target as HTMLElement;
    if (event.button !== 0 || target.closest('[role="columnheader"]')) return;
    const pane = view.pane.current;
    const position = positionOf(view, event);
    if (!pane || !position || position.row < 0 || position.row >= store.size.rows) return;
    // A press on the scroll bar is not a press on a cell.
    if (event.target === pane) return;
    // Touch scrolls; a tap selects, and only the handle drags.
    if (event.pointerType !== 'touch') pane.setPointerCapture(event.pointerId);
    if (target.dataset.fillHandle !== undefined) {
      dragging.current = 'fill';
      setFilling(store.range);
      return;
    }
    dragging.current = event.pointerType === 'touch' ? null : 'selection';
    store.moveTo(position, event.shiftKey);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const position = dragging.current === null ? null : positionOf(view, event);
    if (!position) return;
    const within = { row: Math.max(0, Math.min(store.size.rows - 1, position.row)), column: position.column };
    if (dragging.current === 'fill') setFilling(fillRange(store.range, within));
    else if (!samePosition(within, store.selection.focus)) store.moveTo(within, true);
    view.reveal(within);
  };
  const onPointerUp = (): void => {
    if (dragging.current === 'fill' && filling) {
      const cells = fill(store, store.range, filling);
      store.select(selectionOf(filling));
      view.announce(view.labels.filled(cells));
    }
    stop();
  };
  return { filling, cancelFill: stop, onPointerDown, onPointerMove, onPointerUp, onPointerCancel: stop };
}

function positionOf({ pane, geometry }: PointerView, event: PointerEvent): CellPosition | null {
  const box = pane.current?.getBoundingClientRect();
  if (!pane.current || !box) return null;
  return positionAtPoint(pane.current, geometry, { x: event.clientX - box.left, y: event.clientY - box.top });
}

const samePosition = (left: CellPosition, right: CellPosition): boolean => left.row === right.row && left.column === right.column;

/** A cell by its place on the screen: `row` counts the visible rows, after filter and sort. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of visible cells, all bounds inclusive. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

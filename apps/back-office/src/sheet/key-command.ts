/** What a key asks of the grid. Copy, cut and paste come as clipboard events, not as keys. */
export type GridCommand =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'tab'; readonly step: 1 | -1 }
  | { readonly kind: 'edit'; readonly typed: string | null }
  | { readonly kind: 'clear' | 'undo' | 'redo' | 'fillDown' | 'fillRight' | 'selectAll' | 'selectColumn' | 'selectRow' | 'collapse' | 'help' | 'find' }
  | { readonly kind: 'resize'; readonly pixels: number }
  | { readonly kind: 'sort'; readonly direction: 'ascending' | 'descending' };

export interface KeyInput {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const TO_EDGE = Number.MAX_SAFE_INTEGER;
const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};
const SIMPLE: Readonly<Record<string, GridCommand>> = {
  F2: { kind: 'edit', typed: null }, Enter: { kind: 'edit', typed: null },
  Delete: { kind: 'clear' }, Backspace: { kind: 'clear' }, Escape: { kind: 'collapse' }, '?': { kind: 'help' },
};
const WITH_CONTROL: Readonly<Record<string, GridCommand>> = {
  z: { kind: 'undo' }, y: { kind: 'redo' }, d: { kind: 'fillDown' }, r: { kind: 'fillRight' }, a: { kind: 'selectAll' }, f: { kind: 'find' }, ' ': { kind: 'selectColumn' },
};
const RESIZE_STEP = 16;

/** Reads a key; `pageRows` is how many rows a page holds. Null: not for the grid, the browser may have it. */
export function keyCommand(input: KeyInput, pageRows: number): GridCommand | null {
  const control = input.ctrlKey || input.metaKey;
  if (input.altKey) return input.shiftKey && !control ? columnCommand(input.key) : null;
  const arrow = ARROWS[input.key];
  if (arrow) {
    const far = control ? TO_EDGE : 1;
    return { kind: 'move', rows: arrow[0] * far, columns: arrow[1] * far, extend: input.shiftKey };
  }
  const jump = jumpCommand(input, control, pageRows);
  if (jump) return jump;
  if (control) {
    const key = input.key.toLowerCase();
    return key === 'z' && input.shiftKey ? { kind: 'redo' } : (WITH_CONTROL[key] ?? null);
  }
  if (input.key === 'Tab') return { kind: 'tab', step: input.shiftKey ? -1 : 1 };
  if (input.key === ' ' && input.shiftKey) return { kind: 'selectRow' };
  const simple = SIMPLE[input.key];
  if (simple) return simple;
  return input.key.length === 1 && input.key !== ' ' ? { kind: 'edit', typed: input.key } : null;
}

function jumpCommand(input: KeyInput, control: boolean, pageRows: number): GridCommand | null {
  const extend = input.shiftKey;
  if (input.key === 'PageUp' || input.key === 'PageDown') {
    return { kind: 'move', rows: input.key === 'PageUp' ? -pageRows : pageRows, columns: 0, extend };
  }
  if (input.key === 'Home') return { kind: 'move', rows: control ? -TO_EDGE : 0, columns: -TO_EDGE, extend };
  if (input.key === 'End') return { kind: 'move', rows: control ? TO_EDGE : 0, columns: TO_EDGE, extend };
  return null;
}

/** Alt+Shift with arrows works on the column: left and right resize it, up and down sort by it. */
function columnCommand(key: string): GridCommand | null {
  if (key === 'ArrowLeft') return { kind: 'resize', pixels: -RESIZE_STEP };
  if (key === 'ArrowRight') return { kind: 'resize', pixels: RESIZE_STEP };
  if (key === 'ArrowUp') return { kind: 'sort', direction: 'ascending' };
  return key === 'ArrowDown' ? { kind: 'sort', direction: 'descending' } : null;
}

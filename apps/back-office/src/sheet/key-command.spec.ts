import { keyCommand, type GridCommand, type KeyInput } from './key-command';

const FAR = Number.MAX_SAFE_INTEGER;
const press = (key: string): KeyInput => {
  const parts = key.split('+');
  return {
    key: parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? ''),
    ctrlKey: parts.includes('Ctrl'), metaKey: parts.includes('Meta'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt'),
  };
};

it.each<[string, GridCommand | null]>([
  ['ArrowDown', { kind: 'move', rows: 1, columns: 0, extend: false }],
  ['Shift+ArrowLeft', { kind: 'move', rows: 0, columns: -1, extend: true }],
  ['Ctrl+ArrowUp', { kind: 'move', rows: -FAR, columns: 0, extend: false }],
  ['Ctrl+Shift+ArrowDown', { kind: 'move', rows: FAR, columns: 0, extend: true }],
  ['PageDown', { kind: 'move', rows: 20, columns: 0, extend: false }],
  ['Home', { kind: 'move', rows: 0, columns: -FAR, extend: false }],
  ['Ctrl+End', { kind: 'move', rows: FAR, columns: FAR, extend: false }],
  ['Tab', { kind: 'tab', step: 1 }],
  ['Shift+Tab', { kind: 'tab', step: -1 }],
  ['F2', { kind: 'edit', typed: null }],
  ['Enter', { kind: 'edit', typed: null }],
  ['7', { kind: 'edit', typed: '7' }],
  ['€', { kind: 'edit', typed: '€' }],
  ['?', { kind: 'help' }],
  ['Delete', { kind: 'clear' }],
  ['Escape', { kind: 'collapse' }],
  ['Ctrl+z', { kind: 'undo' }],
  ['Meta+z', { kind: 'undo' }],
  ['Ctrl+Shift+Z', { kind: 'redo' }],
  ['Ctrl+y', { kind: 'redo' }],
  ['Ctrl+d', { kind: 'fillDown' }],
  ['Ctrl+r', { kind: 'fillRight' }],
  ['Ctrl+a', { kind: 'selectAll' }],
  ['Ctrl+Space', { kind: 'selectColumn' }],
  ['Shift+Space', { kind: 'selectRow' }],
  ['Alt+Shift+ArrowRight', { kind: 'resize', pixels: 16 }],
  ['Alt+Shift+ArrowDown', { kind: 'sort', direction: 'descending' }],
  ['Ctrl+c', null],
  ['Ctrl+v', null],
  ['Ctrl+k', null],
  ['Alt+ArrowLeft', null],
  ['F5', null],
  ['Space', null],
])('%s', (key, command) => {
  expect(keyCommand(press(key), 20)).toEqual(command);
});

import type { AdjustLabels, GridLabels, StatusLabels } from './sheet-labels';

/** Plain English labels for specs and trial pages; the app builds its own from its messages. */
export const gridLabels: GridLabels = {
  find: { name: 'Find in the sheet', next: 'Next', previous: 'Previous', close: 'Close', nothing: 'Nothing found', found: (sku, column) => `${sku}, ${column}` },
  name: 'Prices, Spring 2027',
  editor: (columnTitle, sku) => `${columnTitle} for ${sku}`,
  notAPrice: 'not a price',
  error: (error, typed) => ({ not_a_price: `"${typed}" is not a price`, negative: 'price below zero', too_large: 'price too large', below_cost: 'below cost', below_map: 'below the maker\'s limit' })[error],
  derived: (price, { baseName }, money) => [baseName, ...price.steps.map(({ step, amountMinor }) => `${step} ${money(amountMinor)}`)].join(', '),
  byFormula: 'by formula',
  setByHand: 'set by hand',
  changedBy: ({ changedBy }) => `changed by ${changedBy}`,
  clash: ({ changedBy }, theirs) => `${changedBy} wrote ${theirs}`,
  difference: (text) => `ours ${text}`,
  changed: 'changed',
  largeChange: 'changed by more than half',
  pasted: ({ pasted, unreadable }) => `Pasted ${pasted} prices, ${unreadable} could not be read`,
  copied: (cells) => `Copied ${cells}`,
  cut: (cells) => `Cut ${cells}`,
  cleared: (cells) => `Cleared ${cells}`,
  filled: (cells) => `Filled ${cells}`,
  undone: ({ kind, cells, kept }) => `Undid ${kind}, ${cells}${kept > 0 ? `, kept ${kept}` : ''}`,
  redone: ({ kind, cells }) => `Redid ${kind}, ${cells}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  readOnly: 'This cell cannot be edited',
  resized: (columnTitle, width) => `${columnTitle} ${width}`,
  sorted: (columnTitle, direction) => `${columnTitle} ${direction}`,
};

export const adjustLabels: AdjustLabels = {
  percent: 'Adjust selection', percentExample: '+4%', then: 'then', ending: 'Price ending', anyEnding: 'any ending', endIn: (ending) => `end in .${String(ending).padStart(2, '0')}`,
  apply: 'Apply', invalid: 'Not a percentage', adjusted: ({ adjusted, skipped }) => `Adjusted ${adjusted}, passed over ${skipped}`,
};

export const statusLabels: StatusLabels = {
  selected: (cells) => `${cells} selected`, sum: (amount) => `Sum ${amount}`, average: (amount) => `Avg ${amount}`,
  changed: (cells) => `${cells} changed`, toFix: (cells) => `${cells} errors`,
};

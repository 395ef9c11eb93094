/** Longer than a scanner's gap: only then is a digit a person's. */
const settleMs = 50;

const isTyped = (key: string): boolean => /^[\d.,]$/.test(key) || key === 'Backspace';

export interface TypedKeys {
  /** The last keys were the head of a scan. */
  takeBack: () => void;
  type: (key: string) => void;
  stop: () => void;
}

/** The keys that a keypad understands, typed outside of fields. A digit is told only when it can no longer be the head of a scan. */
export function watchTypedKeys(onKey: (key: string) => void): TypedKeys {
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const takeBack = (): void => { clearTimeout(timer); waiting = []; };
  const flush = (): void => {
    const keys = waiting;
    takeBack();
    keys.forEach(onKey);
  };
  const type = (key: string): void => {
    if (!isTyped(key)) return;
    waiting.push(key);
    clearTimeout(timer);
    timer = setTimeout(flush, settleMs);
  };
  const listen = (event: KeyboardEvent): void => {
    const isInField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isInField || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'Enter') return type(event.key);
    // On a button it presses that button.
    if (event.target instanceof HTMLButtonElement) return;
    flush();
    onKey('Enter');
  };
  addEventListener('keydown', listen);
  return { takeBack, type, stop: () => { removeEventListener('keydown', listen); takeBack(); } };
}

export interface WedgeOptions { /** Most milliseconds between two characters of a scan; a fast typist needs 60 and more. */ gapMs: number; /** Shortest code. */ leastLength: number }

const usual: WedgeOptions = { gapMs: 35, leastLength: 4 };

export interface WedgeEvents {
  onScan: (code: string) => void;
  /** A scan has begun: the two characters before it, which looked typed, are its own. */
  onBurst?: () => void;
  /** What looked like a scan has no end: it was typed, by very quick hands. */
  onTorn?: (text: string) => void;
}

/** No end by then: no end at all. Far more than the gap, for the pauses of a busy page. */
const tornMs = 250;

/**
 * Tells a keyboard-wedge scanner from a person, before anything else sees the keys: a scan must not press the button that
 * has the focus (its Enter once opened the payment), and must not leave digits in a field. Times are taken from the
 * events, so that a busy page does not tear a scan apart. Returns a function that stops listening.
 */
export function installWedge({ onScan, onBurst, onTorn }: WedgeEvents, { gapMs, leastLength } = usual, target: Window = window): () => void {
  let code = '';
  let lastAt = 0;
  let field: HTMLInputElement | null = null;
  let fieldBefore = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Gives back what was held from the page for a scan that never came. */
  const giveUp = (): void => {
    clearTimeout(timer);
    if (code.length >= 3) {
      if (field) setField(field, field.value + code.slice(2));
      else onTorn?.(code);
    }
    code = '';
  };
  const begin = (event: KeyboardEvent): void => {
    giveUp();
    field = event.target instanceof HTMLInputElement ? event.target : null;
    fieldBefore = field?.value ?? '';
  };
  const swallow = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift' || event.repeat) return;
    const isFast = event.timeStamp - lastAt < gapMs;
    if (event.key.length === 1) {
      if (!isFast) begin(event);
      code += event.key;
      lastAt = event.timeStamp;
      // Two characters may come fast by hand; from the third on it is a machine.
      if (!isFast || code.length < 3) return;
      swallow(event);
      if (code.length === 3) onBurst?.();
      clearTimeout(timer);
      timer = setTimeout(giveUp, tornMs);
      return;
    }
    const isEnd = (event.key === 'Enter' || event.key === 'Tab') && isFast && code.length >= leastLength;
    if (isEnd) {
      swallow(event);
      if (field && field.value !== fieldBefore) setField(field, fieldBefore);
      clearTimeout(timer);
      const scanned = code;
      code = '';
      onScan(scanned);
    } else giveUp();
    lastAt = 0;
  };
  target.addEventListener('keydown', listen, true);
  return () => { clearTimeout(timer); target.removeEventListener('keydown', listen, true); };
}

/** Gives back what stood in the field before the first two characters leaked in, so that React hears of it too. */
function setField(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

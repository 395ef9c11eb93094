type Kind = 'scan' | 'key';
type Handler = (value: string) => void;

/** Keeps everything that is typed and scanned until it ends. */
export interface Hold {
  /** Passes on what came meanwhile, in its order; with `forget` it is thrown away. Says how much came. A second time does nothing. */
  end: (options?: { forget?: boolean }) => number;
}

const handlers: Record<Kind, Handler[]> = { scan: [], key: [] };
const queue: { kind: Kind; value: string }[] = [];
let holds = 0;
let isDrainPlanned = false;

// Every screen takes scans, if only to refuse them: without a taker the first screen is not there yet.
const isReady = (): boolean => holds === 0 && handlers.scan.length > 0;

/** A scan or a key for the newest listener: a dialog before the screen under it. While no screen is ready it waits. */
export function dispatchInput(kind: Kind, value: string): void {
  if (isReady() && queue.length === 0) handlers[kind].at(-1)?.(value);
  else queue.push({ kind, value });
}

export function listenToInput(kind: Kind, handler: Handler): () => void {
  handlers[kind].push(handler);
  planDrain();
  return () => void handlers[kind].splice(handlers[kind].indexOf(handler), 1);
}

export function holdInput(): Hold {
  let isHeld = true;
  holds += 1;
  return {
    end: ({ forget = false } = {}) => {
      if (!isHeld) return 0;
      isHeld = false;
      holds -= 1;
      const count = queue.length;
      if (forget) queue.length = 0;
      planDrain();
      return count;
    },
  };
}

/** One thing at a time: what a scan does may change the screen, and the next one belongs to that screen. */
function planDrain(): void {
  if (isDrainPlanned || queue.length === 0) return;
  isDrainPlanned = true;
  setTimeout(() => {
    isDrainPlanned = false;
    if (!isReady()) return;
    const next = queue.shift();
    if (next) handlers[next.kind].at(-1)?.(next.value);
    planDrain();
  });
}

/** Runs in the page: what the bench asks of it. */
export interface SheetWatch {
  /** Scrolls the pane by 100 px a frame for a while; the time between frames, in ms. */
  scroll(forMs: number): Promise<number[]>;
  /** Lets the grid paste a text; the time until it is painted, in ms. */
  paste(text: string): Promise<number>;
  /** The same for a key. */
  press(key: string): Promise<number>;
}

declare global {
  interface Window {
    sheetWatch: SheetWatch;
  }
}

export function watchSheet(): void {
  const grid = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('[role="grid"]');
    if (!found) throw new Error('There is no sheet in this page.');
    return found;
  };
  /** The first task after the frame in which the change was drawn. */
  const painted = (from: number): Promise<number> => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - from);
      channel.port2.postMessage(null);
    });
  });
  window.sheetWatch = {
    scroll: (forMs) => new Promise((resolve) => {
      const times: number[] = [];
      const pane = grid();
      const from = performance.now();
      let last = from;
      const frame = (now: number): void => {
        times.push(now - last);
        last = now;
        pane.scrollTop += 100;
        if (now - from < forMs) requestAnimationFrame(frame);
        else resolve(times.slice(1));
      };
      requestAnimationFrame(frame);
    }),
    paste: (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const from = performance.now();
      grid().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      return painted(from);
    },
    press: (key) => {
      const from = performance.now();
      grid().dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }));
      return painted(from);
    },
  };
}

import { draftSaves, type DraftSave } from './sheet/market-sheet';
import type { SheetStore } from './sheet/sheet-store';

/** `failed` keeps the error to be shown; the changes it could not send are still in the sheet. */
export type SaveState = { readonly kind: 'clean' } | { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: Date } | { readonly kind: 'failed'; readonly error: unknown };

/** From the first change to its save: one paste or a run of keys goes out together. */
export const SAVE_DELAY_MS = 600;

/** Saves a sheet's changes by itself, one request at a time, and says how that stands. */
export class DraftSaver {
  private readonly listeners = new Set<() => void>();
  private current: SaveState = { kind: 'clean' };
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Requests follow each other: the server must see an earlier value before a later one. */
  private queue: Promise<void> = Promise.resolve();
  private isAbandoned = false;

  constructor(
    private readonly store: SheetStore,
    private readonly send: (save: DraftSave) => Promise<unknown>,
  ) {}

  /** Begins to watch the sheet. Call the answer to stop: what is not sent yet goes out then. */
  readonly watch = (): (() => void) => {
    const stop = this.store.subscribe(() => this.plan());
    return () => {
      stop();
      void this.flush();
    };
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): SaveState => this.current;

  /** Sends now. True: nothing is left to send. */
  async flush(): Promise<boolean> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.queue = this.queue.then(() => this.sendAll());
    await this.queue;
    return this.current.kind !== 'failed';
  }

  /** Sends nothing more: the draft was thrown away. */
  abandon(): void {
    this.isAbandoned = true;
  }

  private plan(): void {
    this.timer ??= setTimeout(() => void this.flush(), SAVE_DELAY_MS);
  }

  private async sendAll(): Promise<void> {
    if (this.isAbandoned) return;
    const saves = draftSaves(this.store.takeChanges());
    if (saves.length === 0) return;
    this.become({ kind: 'saving' });
    for (const [index, save] of saves.entries()) {
      try {
        await this.send(save);
      } catch (error) {
        // The rest would most likely fail too; all of it is sent again with the next change or by hand.
        for (const unsent of saves.slice(index)) this.store.returnChanges(unsent.changes);
        this.become({ kind: 'failed', error });
        return;
      }
    }
    this.become({ kind: 'saved', at: new Date() });
  }

  private become(state: SaveState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

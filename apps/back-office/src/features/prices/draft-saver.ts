import { ApiProblem } from '@oneshelf/api-client';
import type { SavedDraft } from '@oneshelf/contracts';
import { columnId, draftSaves, type DraftSave } from './sheet/market-sheet';
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
    private readonly send: (save: DraftSave) => Promise<SavedDraft>,
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
    await this.alone(() => this.sendAll());
    return this.current.kind !== 'failed';
  }

  /** Runs while no save is on its way: what it hears of others is not mixed up with an answer that is still to come. */
  async alone(task: () => Promise<void>): Promise<void> {
    const run = this.queue.then(task);
    this.queue = run.catch(() => undefined);
    await run;
  }

  /** The network is back: what could not be sent because of it goes out. */
  async sendAgain(): Promise<void> {
    if (this.current.kind === 'failed' && isOutage(this.current.error)) await this.flush();
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
    const saves = draftSaves(this.store.sync.takeChanges());
    if (saves.length === 0) {
      // What could not be sent was taken back, or waits for a choice that is told elsewhere.
      if (this.current.kind === 'failed') this.become({ kind: 'clean' });
      return;
    }
    this.become({ kind: 'saving' });
    for (const [index, save] of saves.entries()) {
      try {
        const { clashes } = await this.send(save);
        if (clashes.length > 0) this.store.receive((sync) => sync.refuse(clashes.map((cell) => ({ ...cell, columnId: columnId({ ...cell, bookId: save.bookId }) }))));
      } catch (error) {
        // The rest would most likely fail too; all of it is sent again with the next change or by hand.
        for (const unsent of saves.slice(index)) this.store.sync.returnChanges(unsent.changes);
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

/** Not a no of the server, which would be said again: it could not be reached, or was away for a moment. */
const isOutage = (error: unknown): boolean => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

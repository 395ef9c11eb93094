import { numberFor, presentCard } from './reader-action';
import type { Work } from './route';

export interface ReaderClock {
  /** The reader has something to do: somebody presents a card after the delay of the settings. */
  start(readerId: string): void;
  /** Readers that were busy when the simulator ended last time. */
  resume(): void;
  stop(): void;
}

export function readerClock(work: Work): ReaderClock {
  const timers = new Set<NodeJS.Timeout>();
  const start = (readerId: string): void => {
    const { terminalDelayMs } = work.state.settings;
    if (terminalDelayMs < 0) return;
    const asked = intentAsked(work, readerId);
    const timer = setTimeout(() => {
      timers.delete(timer);
      // The action may have been cancelled, and another begun, in the meantime.
      if (intentAsked(work, readerId) !== asked) return;
      presentCard(work, readerId, numberFor(work.state.settings.terminalOutcome));
      work.state.store.flush();
    }, terminalDelayMs);
    timers.add(timer);
  };
  const busyReaders = (): string[] => work.state.store.all('readers').filter((reader) => reader.action?.status === 'in_progress').map((reader) => reader.id);
  return {
    start,
    resume: () => busyReaders().forEach(start),
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

const intentAsked = (work: Work, readerId: string): object | undefined => work.state.store.get('readers', readerId)?.action?.process_payment_intent;

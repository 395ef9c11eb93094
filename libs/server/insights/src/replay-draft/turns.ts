/** Long enough to get on with the work, short enough that nobody else in this process waits for it. */
const TURN_MS = 10;

/** Long work that leaves the others of its process their turn. */
export class Turns {
  private since = performance.now();

  async give(): Promise<void> {
    if (performance.now() - this.since < TURN_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.since = performance.now();
  }
}

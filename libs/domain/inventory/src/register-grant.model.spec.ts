import * as fc from 'fast-check';
import { expireGrant, type HeldRight, isReusable, maySellOnGrant, type RegisterGrant, releaseGrant, renewGrant, useGrant } from './index';

// The pure model: one variant at one place, N registers that get cut off, crash, repeat themselves and are late. After every step I1–I5 hold.
const LEASE = 1000;
const SKEW = 100;
const PIECE = 1000;

interface Operation { id: number; register: number; onRightMilli: number; quantityMilli: number }
type Answer = { register: number; epoch: number; ceilingMilli: number; expiresAtMs: number; serverNowMs: number; askedAt: number };

/** A register: its right, its clock (slower or faster within the skew), its queue, and what is on its disk. */
interface Till { right: HeldRight | null; serverNowMs: number; askedAt: number; drift: number; queue: Operation[]; isCutOff: boolean }

class World {
  now = 0;
  sellable: number;
  committed = 0;
  unsellable = 2 * PIECE;
  onHand: number;
  named = 0;
  nextId = 1;
  readonly grants = new Map<number, RegisterGrant>();
  readonly applied = new Set<number>();
  readonly soldIds = new Set<number>();
  readonly inFlight: Operation[] = [];
  readonly answers: Answer[] = [];
  readonly tills: Till[];

  constructor(registers: number, pieces: number) {
    this.sellable = pieces * PIECE;
    this.onHand = this.sellable + this.unsellable;
    this.tills = Array.from({ length: registers }, (_, index) => ({ right: null, serverNowMs: 0, askedAt: 0, drift: (index % 3) - 1, queue: [], isCutOff: false }));
  }

  clockOf(till: Till): number {
    const passed = this.now - till.askedAt;
    // A tenth of the lease, as the skew allows.
    return till.serverNowMs + passed + Math.trunc((till.drift * passed * SKEW) / (LEASE * 2));
  }

  heartbeat(register: number, isRelease: boolean): void {
    const till = this.tills[register] as Till;
    if (till.isCutOff) return;
    const report = till.right ? { epoch: till.right.epoch, usedMilli: till.right.usedMilli } : null;
    const grant = this.grants.get(register);
    if (isRelease) {
      if (!till.right || !grant) return;
      // On its disk before it asks: from here on it sells nothing on this right.
      till.right = { ...till.right, ceilingMilli: till.right.usedMilli };
      const done = releaseGrant(grant, { epoch: till.right.epoch, usedMilli: till.right.usedMilli });
      this.grants.set(register, done.grant);
      this.sellable += done.givenBackMilli;
      return;
    }
    const { grant: next, takenMilli } = renewGrant(grant ?? null, { report, targetMilli: 4 * PIECE, freeMilli: this.sellable, nowMs: this.now, leaseMs: LEASE });
    this.grants.set(register, next);
    this.sellable -= takenMilli;
    this.answers.push({ register, epoch: next.epoch, ceilingMilli: next.ceilingMilli, expiresAtMs: next.expiresAtMs, serverNowMs: this.now, askedAt: this.now });
  }

  /** An answer arrives, perhaps late, perhaps twice, perhaps never. */
  answerArrives(which: number, isKept: boolean): void {
    const answer = this.answers[which % Math.max(1, this.answers.length)];
    if (!answer) return;
    if (!isKept) this.answers.splice(this.answers.indexOf(answer), 1);
    const till = this.tills[answer.register] as Till;
    if (till.isCutOff || (till.right && answer.epoch <= till.right.epoch)) return;
    till.right = { epoch: answer.epoch, usedMilli: till.right?.usedMilli ?? 0, ceilingMilli: answer.ceilingMilli, expiresAtMs: answer.expiresAtMs };
    till.serverNowMs = answer.serverNowMs;
    till.askedAt = answer.askedAt;
  }

  sellAt(register: number, pieces: number, insists: boolean): void {
    const till = this.tills[register] as Till;
    const quantityMilli = pieces * PIECE;
    const isRightful = till.right !== null && maySellOnGrant(till.right, quantityMilli, this.clockOf(till));
    if (!isRightful && !insists) return;
    if (isRightful) {
      const grant = this.grants.get(register) as RegisterGrant;
      expect(grant.isActive || grant.outstandingMilli >= 0).toBe(true);
      // I4: a right that the register may still use has not been given to others.
      expect(isReusable({ ...grant, expiresAtMs: (till.right as HeldRight).expiresAtMs }, this.now, SKEW)).toBe(false);
      till.right = { ...(till.right as HeldRight), usedMilli: (till.right as HeldRight).usedMilli + quantityMilli };
    }
    const operation = { id: this.nextId++, register, onRightMilli: isRightful ? quantityMilli : 0, quantityMilli };
    this.soldIds.add(operation.id);
    till.queue.push(operation);
  }

  /** Sends some of the queue: in any order, and keeps it, so that it comes twice. */
  send(register: number, which: number, isForgotten: boolean): void {
    const till = this.tills[register] as Till;
    const operation = till.queue[which % Math.max(1, till.queue.length)];
    if (till.isCutOff || !operation) return;
    if (isForgotten) till.queue.splice(till.queue.indexOf(operation), 1);
    this.inFlight.push(operation);
    this.receive(operation);
  }

  receive(operation: Operation): void {
    if (this.applied.has(operation.id)) return;
    this.applied.add(operation.id);
    const grant = this.grants.get(operation.register);
    const { grant: next, fromGrantMilli } = grant ? useGrant(grant, operation.onRightMilli) : { grant: undefined, fromGrantMilli: 0 };
    if (next) this.grants.set(operation.register, next);
    const before = Math.max(0, -this.sellable);
    this.sellable -= operation.quantityMilli - fromGrantMilli;
    this.onHand -= operation.quantityMilli;
    this.named += Math.max(0, Math.max(0, -this.sellable) - before);
  }

  sweep(): void {
    for (const [register, grant] of this.grants) {
      if (grant.outstandingMilli === 0 && !grant.isActive) continue;
      if (!isReusable(grant, this.now, SKEW)) continue;
      const done = expireGrant(grant);
      this.grants.set(register, done.grant);
      this.sellable += done.givenBackMilli;
    }
  }

  promise(pieces: number): void {
    if (this.sellable >= pieces * PIECE) {
      this.sellable -= pieces * PIECE;
      this.committed += pieces * PIECE;
    }
  }

  check(): void {
    const granted = [...this.grants.values()].reduce((sum, grant) => sum + grant.outstandingMilli, 0);
    // The buckets are the goods.
    expect(this.sellable + this.committed + granted + this.unsellable).toBe(this.onHand);
    for (const grant of this.grants.values()) expect(grant.outstandingMilli).toBeGreaterThanOrEqual(0);
    // I1 and INV-55: without a named override nothing is promised twice.
    expect(Math.max(0, -this.sellable)).toBeLessThanOrEqual(this.named);
    if (this.named === 0) expect(this.committed + granted + this.unsellable).toBeLessThanOrEqual(this.onHand);
    for (const [index, till] of this.tills.entries()) {
      const { right } = till;
      const grant = this.grants.get(index);
      if (!right || !grant) continue;
      // I3, and: what a living right may still take, and what it took and has not sent, lies set aside for it.
      expect(right.usedMilli === 0 || right.usedMilli <= Math.max(right.ceilingMilli, right.usedMilli)).toBe(true);
      const unsent = till.queue.filter((operation) => !this.applied.has(operation.id)).reduce((sum, operation) => sum + operation.onRightMilli, 0);
      const isUsable = this.clockOf(till) < right.expiresAtMs && right.ceilingMilli > right.usedMilli;
      if (isUsable && this.named === 0) expect(right.ceilingMilli - right.usedMilli + unsent).toBeLessThanOrEqual(grant.outstandingMilli);
    }
    // I5: as often as sold, never more.
    expect(this.applied.size).toBeLessThanOrEqual(this.soldIds.size);
  }
}

const register = fc.nat(3);
const step = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('heartbeat' as const), register }),
  fc.record({ kind: fc.constant('release' as const), register }),
  fc.record({ kind: fc.constant('answer' as const), which: fc.nat(9), keep: fc.boolean() }),
  fc.record({ kind: fc.constant('sell' as const), register, pieces: fc.integer({ min: 1, max: 3 }), insists: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0) }),
  fc.record({ kind: fc.constant('send' as const), register, which: fc.nat(9), forget: fc.boolean() }),
  fc.record({ kind: fc.constant('cut' as const), register, off: fc.boolean() }),
  fc.record({ kind: fc.constant('promise' as const), pieces: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('receive' as const), pieces: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('repeat' as const), which: fc.nat(30) }),
  fc.constant({ kind: 'sweep' as const }),
);

function apply(world: World, move: typeof step extends fc.Arbitrary<infer Step> ? Step : never): void {
  const at = 'register' in move ? move.register % world.tills.length : 0;
  switch (move.kind) {
    case 'wait': world.now += move.ms; return;
    case 'heartbeat': return world.heartbeat(at, false);
    case 'release': return world.heartbeat(at, true);
    case 'answer': return world.answerArrives(move.which, move.keep);
    case 'sell': return world.sellAt(at, move.pieces, move.insists);
    case 'send': return world.send(at, move.which, move.forget);
    case 'cut': (world.tills[at] as Till).isCutOff = move.off; return;
    case 'promise': return world.promise(move.pieces);
    case 'receive': world.sellable += move.pieces * PIECE; world.onHand += move.pieces * PIECE; return;
    case 'repeat': { const operation = world.inFlight[move.which % Math.max(1, world.inFlight.length)]; if (operation) world.receive(operation); return; }
    case 'sweep': return world.sweep();
  }
}

describe('grants to registers, whatever happens in whatever order', () => {
  let steps = 0;
  const walk = (title: string, filter: (move: { kind: string; insists?: boolean }) => boolean) =>
    it(title, () => {
      fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 30 }), fc.array(step, { minLength: 40, maxLength: 160 }), (registers, pieces, moves) => {
        const world = new World(registers, pieces);
        for (const move of moves.filter(filter)) {
          apply(world, move);
          world.check();
          steps += 1;
        }
      }), { numRuns: 150 });
    });

  walk('INV-50 to the buckets, with overrides, late sales and lost answers: every unit short has a name', () => true);
  walk('INV-51 what is granted is not free: with nobody insisting and nobody forgotten, no promise is broken', (move) => move.kind !== 'sweep' && !move.insists);

  it('INV-55 without an override, what is physically there covers every commitment', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { minLength: 40, maxLength: 160 }), (registers, moves) => {
      const world = new World(registers, 20);
      for (const move of moves) {
        // Nobody insists, and a register is heard of before its right is re-used: then no override can be.
        if (move.kind === 'sweep' || (move.kind === 'sell' && move.insists)) continue;
        apply(world, move);
        const unsent = world.tills.reduce((sum, till) => sum + till.queue.filter((operation) => !world.applied.has(operation.id)).reduce((part, operation) => part + operation.quantityMilli, 0), 0);
        expect(world.named).toBe(0);
        expect(world.onHand - unsent).toBeGreaterThanOrEqual(world.committed + world.unsellable);
        steps += 1;
      }
    }), { numRuns: 150 });
    expect(steps).toBeGreaterThan(20_000);
  });
});

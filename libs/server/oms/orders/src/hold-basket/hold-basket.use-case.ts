import { Injectable } from '@nestjs/common';
import type { ExtendedHold, StorefrontHold, StorefrontHoldRequest } from '@oneshelf/contracts';
import { type HoldLine, sumDemand } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { HoldStockUseCase } from '@oneshelf/server-inventory';
import { type Channel, OrganisationDirectory } from '@oneshelf/server-organisation';
import { FindSources, type SourcingRequest } from '../sourcing/find-sources.query';
import { clientOf, heldFor, holdOfKey } from './hold-secret';
import { lineUp } from './line-up';

/** One visitor keeps so much and no more, or a script empties the shelf for everybody. */
export const MOST_HOLDS = 12;
export const MOST_HELD_MILLI = 100_000;

export interface HoldBasketInput extends StorefrontHoldRequest {
  channelCode: string;
  /** Once per intent to keep something: the same again gives the first answer. */
  idempotencyKey: string;
  /** The visitor's address. */
  address: string;
  now: Date;
}

export type HoldBasketRefusal = { kind: 'too_many_holds' | 'idempotency_key_reused'; message: string };
export type ExtendHoldRefusal = { kind: 'not_found' | 'hold_ended' | 'hold_not_extended'; message: string };

/** Keeps the units of a basket while its shopper checks out, as far as they are there, where the order will take them from. */
@Injectable()
export class HoldBasketUseCase {
  constructor(
    private readonly holds: HoldStockUseCase,
    private readonly sources: FindSources,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Refuses too_many_holds, and the key of another basket; what is not there is no refusal, the answer says it line by line. */
  async run(input: HoldBasketInput): Promise<Result<StorefrontHold, HoldBasketRefusal>> {
    const channel = await this.organisation.channel(input.channelCode);
    const client = clientOf(channel.code, input.address);
    const { holdId, token } = holdOfKey(channel.code, input.idempotencyKey);
    const [again, before, own] = await Promise.all([this.holds.find(holdId), this.before(input), this.holds.ofClient(client)]);
    if (again && again.expiresAt > input.now) return isOf(again.lines, input.lines) ? ok(answerOf(channel, { hold: again, token, lines: input.lines })) : refuse(keyReused);
    const mine = before?.lines.reduce((sum, line) => sum + line.quantityMilli, 0) ?? 0;
    const most = MOST_HELD_MILLI - own.quantityMilli + mine;
    if (own.holds - (before ? 1 : 0) >= MOST_HOLDS || most <= 0) return refuse({ kind: 'too_many_holds', message: 'Enough is kept for you already. Nothing more was kept; you can order all the same, or wait some minutes.' });
    const wanted = await this.places(input, { before: before?.lines ?? [], most });
    if (wanted.length === 0) return ok(nothingOf(input.lines));
    const kept = await this.holds.run({
      holdId, lines: wanted, mode: 'part', heldFor: heldFor(channel.code, token), client, minutes: secondsOf(channel, input.email) / 60, now: input.now,
      ...(before && input.replaces ? { replaces: { holdId: before.holdId, heldFor: before.heldFor } } : {}),
    });
    if (!kept.ok) return ok(nothingOf(input.lines));
    return ok(answerOf(channel, { hold: kept.value, token, lines: input.lines }));
  }

  /** Refuses where it is not this shopper's, has ended, or was made longer often enough. */
  async extend(ask: { channelCode: string; holdId: string; token: string; email?: string | undefined; now: Date }): Promise<Result<ExtendedHold, ExtendHoldRefusal>> {
    const hold = await this.holds.find(ask.holdId);
    if (hold && hold.heldFor !== heldFor(ask.channelCode, ask.token)) return refuse(notFound);
    const channel = await this.organisation.channel(ask.channelCode);
    const longer = hold && (await this.holds.extend(ask.holdId, { minutes: secondsOf(channel, ask.email) / 60, now: ask.now, mostTimes: channel.holds.extensions }));
    if (longer) return ok({ expiresAt: longer.expiresAt.toISOString(), extensionsLeft: Math.max(0, channel.holds.extensions - longer.extended) });
    return hold && hold.expiresAt > ask.now
      ? refuse({ kind: 'hold_not_extended', message: 'These units were kept for longer as often as this shop allows. They are kept until the time shown; order before then.' })
      : refuse({ kind: 'hold_ended', message: 'The units are not kept any more. Ask for them anew: they are kept again if they are still there.' });
  }

  /** Whose it is not, for them it is not there. A hold that has ended is no error. */
  async end(ask: { channelCode: string; holdId: string; token: string }): Promise<void> {
    const hold = await this.holds.find(ask.holdId);
    if (hold?.heldFor === heldFor(ask.channelCode, ask.token)) await this.holds.end(ask.holdId);
  }

  private async before({ channelCode, replaces }: HoldBasketInput) {
    const hold = replaces && (await this.holds.find(replaces.holdId));
    return hold && hold.heldFor === heldFor(channelCode, replaces.token) ? hold : undefined;
  }

  /** Where the order would take them from; what is nowhere is left out, and what this visitor may not keep as well. */
  private async places({ channelCode, lines, fulfilment }: HoldBasketInput, { before, most }: { before: HoldLine[]; most: number }): Promise<HoldLine[]> {
    const asked = lineUp(sumDemand(lines), most);
    if (asked.length === 0) return [];
    const request: SourcingRequest = {
      channelCode, lines: asked, kind: fulfilment?.kind ?? 'delivery', held: before,
      pickupLocationId: fulfilment?.kind === 'pickup' ? fulfilment.locationId : null, destination: fulfilment?.kind === 'delivery' ? fulfilment.address : null,
    };
    let plan = await this.sources.run(request);
    if (!plan.ok) {
      const { missing } = plan.refusal;
      const there = asked.map((line) => ({ ...line, quantityMilli: line.quantityMilli - (missing.find(({ variantId }) => variantId === line.variantId)?.quantityMilli ?? 0) })).filter(({ quantityMilli }) => quantityMilli > 0);
      if (there.length === 0) return [];
      plan = await this.sources.run({ ...request, lines: there });
    }
    return plan.ok ? plan.value.parts.flatMap(({ locationId, lines: taken }) => taken.map((line) => ({ ...line, locationId }))) : [];
  }
}

const notFound: ExtendHoldRefusal = { kind: 'not_found', message: 'There is no such hold. Nothing was changed; ask for one.' };

const keyReused: HoldBasketRefusal = { kind: 'idempotency_key_reused', message: 'This key was used for another basket. Nothing more was kept; send a new key.' };

type KeptHold = Pick<NonNullable<Awaited<ReturnType<HoldStockUseCase['find']>>>, 'holdId' | 'expiresAt' | 'extended' | 'lines'>;

const answerOf = (channel: Channel, { hold, token, lines }: { hold: KeptHold; token: string; lines: StorefrontHoldRequest['lines'] }): StorefrontHold => ({
  holdId: hold.holdId, token, expiresAt: hold.expiresAt.toISOString(), extensionsLeft: Math.max(0, channel.holds.extensions - hold.extended), lines: told(lines, hold.lines),
});

/** Whether all that is kept was asked for. */
const isOf = (kept: readonly HoldLine[], asked: StorefrontHoldRequest['lines']): boolean =>
  sumDemand(kept).every((line) => line.quantityMilli <= asked.filter(({ variantId }) => variantId === line.variantId).reduce((sum, { quantityMilli }) => sum + quantityMilli, 0));

const secondsOf = ({ holds }: Channel, email: string | undefined): number => (email === undefined ? holds.secondsAnonymous : holds.secondsKnown);

const nothingOf = (lines: StorefrontHoldRequest['lines']): StorefrontHold => ({ holdId: null, token: null, expiresAt: null, extensionsLeft: 0, lines: told(lines, []) });

function told(lines: StorefrontHoldRequest['lines'], kept: readonly HoldLine[]): StorefrontHold['lines'] {
  return sumDemand(lines).map(({ variantId, quantityMilli }) => {
    const keptAt = kept.filter((line) => line.variantId === variantId).map((line) => ({ locationId: line.locationId, quantityMilli: line.quantityMilli }));
    return { variantId, requestedMilli: quantityMilli, keptMilli: keptAt.reduce((sum, each) => sum + each.quantityMilli, 0), keptAt };
  });
}

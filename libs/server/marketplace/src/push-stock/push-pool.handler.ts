import { ChannelPoolChanged } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { PushStockUseCase } from './push-stock.use-case';

type Payload = z.infer<typeof ChannelPoolChanged.schema>;

/** The event only says which channel: what is pushed is the number of the moment, by the settings of the moment. */
@HandlesEvent({ id: 'marketplace.push-pool', event: ChannelPoolChanged, queue: 'marketplace' })
export class PushPoolHandler implements OutsideHandler<Payload> {
  constructor(private readonly pushStock: PushStockUseCase) {}

  perform({ channelCode }: Payload): Promise<void> {
    return this.pushStock.runChannel(channelCode);
  }
}

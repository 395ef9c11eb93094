import { Injectable, SetMetadata } from '@nestjs/common';
import type { EventType } from '@oneshelf/contracts';
import type { Tx } from '../db/transactions';
import type { QueueName } from './queue-connection';

export interface HandlerOptions<Payload> {
  /** Unique and stable: "fulfilment.route-order". It names the job, the metric and the row in handled_event. */
  id: string;
  event: EventType<Payload>;
  queue: QueueName;
  /** Jobs of one handler at a time in one worker; default 8. */
  attempts?: number;
}

export const HANDLER = 'oneshelf:handler';

/**
 * Marks a class as the handler of an event. It implements either TransactionHandler (its writes and the note that the
 * event was handled commit together) or OutsideHandler (it calls another company and must be repeatable by itself).
 */
export const HandlesEvent = <Payload>(options: HandlerOptions<Payload>): ClassDecorator => (target) => {
  Injectable()(target);
  SetMetadata(HANDLER, options)(target);
};

export interface EventContext {
  eventId: string;
  occurredAt: Date;
}

export interface TransactionHandler<Payload> {
  apply(tx: Tx, payload: Payload, context: EventContext): Promise<void>;
}

export interface OutsideHandler<Payload> {
  perform(payload: Payload, context: EventContext): Promise<void>;
}

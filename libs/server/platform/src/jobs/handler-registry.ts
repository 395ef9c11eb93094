import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { HANDLER, type HandlerOptions, type OutsideHandler, type TransactionHandler } from './event-handler';

export interface RegisteredHandler {
  options: HandlerOptions<unknown>;
  instance: TransactionHandler<unknown> | OutsideHandler<unknown>;
}

@Injectable()
export class HandlerRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Every handler of this process by id. @throws when two share an id */
  all(): Map<string, RegisteredHandler> {
    const handlers = new Map<string, RegisteredHandler>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const options = this.reflector.get<HandlerOptions<unknown> | undefined>(HANDLER, metatype);
      if (!options || handlers.get(options.id)?.instance === instance) continue;
      if (handlers.has(options.id)) throw new Error(`Two event handlers are called ${options.id}. Give one another id.`);
      handlers.set(options.id, { options, instance });
    }
    return handlers;
  }
}

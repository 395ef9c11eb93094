import type { AmazonState, Listing } from './amazon-state';
import type { Order } from './order';
import { invalidInput } from './sp-api-error';

/** What changes records: a request, or a person on the simulator's page. */
export interface Work {
  state: AmazonState;
  orderChanged(order: Order, reason: string): void;
  quantityChanged(listing: Listing, quantity: number): void;
  fbaStockChanged(listing: Listing): void;
}

export interface Call extends Work {
  path: Record<string, string>;
  query: Query;
  body: unknown;
  receivedAt: number;
}

export interface Answer {
  status: number;
  body?: object;
}

/** One operation of the Selling Partner API, with the default usage plan of its documentation. */
export interface Operation {
  operationId: string;
  /** The file name of Amazon's model, without its ending. */
  model: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  ratePerSecond: number;
  burst: number;
  run(call: Call): Answer;
}

/** Query parameters: lists come repeated or separated by commas. */
export class Query {
  constructor(private readonly values: URLSearchParams) {}

  text(name: string): string | undefined {
    return this.values.get(name) ?? undefined;
  }

  list(name: string): string[] {
    return this.values.getAll(name).flatMap((value) => value.split(',')).filter((value) => value !== '');
  }

  requiredList(name: string): string[] {
    const values = this.list(name);
    if (values.length === 0) throw invalidInput(`Missing required parameter: ${name}.`);
    return values;
  }

  choices(name: string, allowed: readonly string[]): string[] {
    const values = this.list(name);
    const wrong = values.find((value) => !allowed.includes(value));
    if (wrong !== undefined) throw invalidInput(`Invalid value for ${name}: ${wrong}.`);
    return values;
  }

  /** Milliseconds since 1970. */
  instant(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    return instantOf(value, name);
  }
}

export function instantOf(value: unknown, name: string): number {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
  if (typeof value !== 'string' || !iso.test(value) || Number.isNaN(Date.parse(value))) throw invalidInput(`Invalid value for ${name}: an ISO 8601 instant is expected.`);
  return Date.parse(value);
}

export const knownMarketplaces: Record<string, { name: string; country: string; currency: string }> = {
  A1F83G8C2ARO7P: { name: 'Amazon.co.uk', country: 'GB', currency: 'GBP' },
  A1PA6795UKMFR9: { name: 'Amazon.de', country: 'DE', currency: 'EUR' },
  A13V1IB3VIYZZH: { name: 'Amazon.fr', country: 'FR', currency: 'EUR' },
  APJ6JRA9NG5V4: { name: 'Amazon.it', country: 'IT', currency: 'EUR' },
  A1RKKUPIHCS9HS: { name: 'Amazon.es', country: 'ES', currency: 'EUR' },
  ATVPDKIKX0DER: { name: 'Amazon.com', country: 'US', currency: 'USD' },
  A2EUQ1WTGCTBG2: { name: 'Amazon.ca', country: 'CA', currency: 'CAD' },
  A1VC38T7YXB528: { name: 'Amazon.co.jp', country: 'JP', currency: 'JPY' },
  A2Q3Y263D00KWC: { name: 'Amazon.com.br', country: 'BR', currency: 'BRL' },
  A33AVAJ2PDY3EV: { name: 'Amazon.com.tr', country: 'TR', currency: 'TRY' },
};

/** The marketplace ids of a call; their shape is checked, not whether the seller is there. */
export function marketplacesOf(call: Call): string[] {
  const ids = call.query.requiredList('marketplaceIds');
  const wrong = ids.find((id) => !/^A[0-9A-Z]{11,14}$/.test(id));
  if (wrong !== undefined) throw invalidInput(`Invalid marketplace id: ${wrong}.`);
  return ids;
}

export function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidInput(`${name} must be a JSON object.`);
  return value as Record<string, unknown>;
}

export function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw invalidInput(`${name} is required and must be a text.`);
  return value;
}

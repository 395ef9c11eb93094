import { createHash } from 'node:crypto';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** For whom a hold is: this shop's shopper who has the token. */
export const heldFor = (channelCode: string, token: string): string => `${channelCode}#${hashOf(token)}`;

/** A visitor, as far as the limits of holds know one: an address at a shop, not in the clear. */
export const clientOf = (channelCode: string, address: string): string => hashOf(`${channelCode} ${address}`);

/** The id and the secret of the hold of one intent: asked for twice it is one hold, told the same both times. Who does not know the key knows neither. */
export function holdOfKey(channelCode: string, key: string): { holdId: string; token: string } {
  const digest = (what: string): Buffer => createHash('sha256').update(`${what} ${channelCode} ${key}`).digest();
  const hex = digest('hold').toString('hex');
  return { holdId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`, token: digest('token').toString('base64url').slice(0, 24) };
}

import { createHash } from 'node:crypto';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** For whom a hold is: this shop's shopper who has the token. */
export const heldFor = (channelCode: string, token: string): string => `${channelCode}#${hashOf(token)}`;

/** A visitor, as far as the limits of holds know one: an address at a shop, not in the clear. */
export const clientOf = (channelCode: string, address: string): string => hashOf(`${channelCode} ${address}`);

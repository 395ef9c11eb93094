/** Transactions that published something; whoever commits one wakes the relay. */
export const speaking = new WeakSet<object>();

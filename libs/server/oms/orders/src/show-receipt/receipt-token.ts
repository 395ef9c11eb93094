import { createHash } from 'node:crypto';

/** What makes a receipt's token besides its order: nobody outside knows it. */
export interface ReceiptSecret {
  orderId: string;
  /** The status token of a web order, the hash of a till sale in its chain. */
  secret: string;
}

/** 144 bits in 24 characters: the till reckons the same without a network (apps/pos/src/local/receipt-token.ts). */
export const receiptToken = ({ orderId, secret }: ReceiptSecret): string => createHash('sha256').update(`receipt|${orderId}|${secret}`).digest().subarray(0, 18).toString('base64url');

/** What is stored of a token: who reads the table cannot open a receipt with it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** SHA-256 in hex over `${previousHash}|${receiptNumber}|${saleId}|${totalMinor}|${soldAt}`: a receipt taken out or changed shows. */
export async function receiptHash(link: { previousHash: string; receiptNumber: string; saleId: string; totalMinor: number; soldAt: string }): Promise<string> {
  const text = [link.previousHash, link.receiptNumber, link.saleId, link.totalMinor, link.soldAt].join('|');
  return toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

export const toHex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

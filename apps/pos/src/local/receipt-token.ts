/** The token of the receipt's public page, as the server reckons it: base64url of the first 144 bits of a SHA-256 over the sale and its link in the chain. */
export async function receiptToken({ saleId, hash }: { saleId: string; hash: string }): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`receipt|${saleId}|${hash}`));
  return btoa(String.fromCharCode(...new Uint8Array(digest, 0, 18))).replaceAll('+', '-').replaceAll('/', '_');
}

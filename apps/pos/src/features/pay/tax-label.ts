/** Some rates are called by their percentage already ("VAT 20%"), others are not ("VAT"): a receipt says it once. */
export const taxLabel = (name: string, rate: string): string => (/\d/.test(name) ? name : `${name} ${rate}`);

/** Goes to a page of another company, such as the bank's. */
export const leaveTo = (url: string): void => window.location.assign(url);

/** The values of a filter that are set. What is undefined, null or '' asks for nothing. */
export function setValues(query: object): [string, string][] {
  return Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '').map(([name, value]) => [name, String(value)]);
}

export const queryString = (query: object): string => new URLSearchParams(setValues(query)).toString();

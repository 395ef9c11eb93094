/** The groups that a person typed, each once. */
export const groupsIn = (text: string): string[] => [...new Set(text.split(',').map((group) => group.trim()).filter((group) => group !== ''))];

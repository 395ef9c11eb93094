/** Lower case without accents: "Crème" is found by "creme". */
export const foldText = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/[̀-ͯ]/g, '').replaceAll('ß', 'ss');

const wordsOf = (text: string): string[] => foldText(text).split(/[^a-z0-9]+/).filter(Boolean);

export interface SearchIndex {
  /** Numbers of the texts that hold a word beginning with each word of the query, first texts first. One wrong letter is forgiven from four letters on. */
  search: (query: string, limit: number) => number[];
}

/** A prefix index over a sorted vocabulary: postings in one typed array, the words of a query joined by AND. */
export function buildSearchIndex(texts: readonly string[]): SearchIndex {
  const postingsOf = new Map<string, number[]>();
  texts.forEach((text, document) => {
    for (const word of new Set(wordsOf(text))) {
      const postings = postingsOf.get(word);
      if (postings) postings.push(document);
      else postingsOf.set(word, [document]);
    }
  });
  const vocabulary = [...postingsOf.keys()].sort();
  const firstFrom = (word: string): number => {
    let [low, high] = [0, vocabulary.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((vocabulary[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const matching = (word: string): string[] => {
    const exact = vocabulary.slice(firstFrom(word), firstFrom(`${word}\uffff`));
    if (exact.length > 0 || word.length < 4) return exact;
    return vocabulary.filter((candidate) => candidate[0] === word[0] && startsAlmostWith(candidate, word));
  };
  return {
    search(query, limit) {
      const words = wordsOf(query);
      if (words.length === 0) return [];
      const sets = words.map((word) => new Set(matching(word).flatMap((match) => postingsOf.get(match) ?? []))).sort((one, other) => one.size - other.size);
      const [smallest = new Set<number>(), ...rest] = sets;
      return [...smallest].filter((document) => rest.every((set) => set.has(document))).sort((one, other) => one - other).slice(0, limit);
    },
  };
}

/** Whether a prefix of the candidate is one insertion, deletion, change or swap of neighbours away from the word. */
function startsAlmostWith(candidate: string, word: string): boolean {
  return [word.length - 1, word.length, word.length + 1].some((length) => isOneAway(word, candidate.slice(0, length)));
}

function isOneAway(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** Text of an HTML description: tags become blanks, so that no screen ever shows foreign markup. */
export const plainText = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]+/g, ' ')
    .trim();

/** "Crème Brûlée 2.0" → "creme-brulee-2-0"; blank when no letter or digit of any script is left. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Only addresses that a browser may load; names of files beside the CSV are of no use here. */
export const webAddress = (text: string): string | undefined => {
  const first = text.split(/[|,\s]/)[0] ?? '';
  return /^https?:\/\//.test(first) && first.length <= 2000 ? first : undefined;
};

const statuses: Record<string, string> = {
  '': 'active', active: 'active', published: 'active', enabled: 'active', true: 'active', yes: 'active', '1': 'active',
  draft: 'draft', proposed: 'draft', pending: 'draft', unlisted: 'draft', false: 'draft', no: 'draft', '0': 'draft',
  archived: 'archived', rejected: 'archived', discontinued: 'archived', deleted: 'archived',
};

/** Our status for theirs; undefined when it says nothing to us. */
export const statusOf = (text: string): string | undefined => statuses[text.toLowerCase()];

/** Our tax class for theirs ("reduced tax", "Zero rate"); undefined when it says nothing to us. */
export function taxClassOf(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (['books', 'childrens-clothing'].includes(lower)) return lower;
  if (lower === '' || /standard|default|normal|full|regul/.test(lower)) return 'standard';
  if (/reduced|ermäßigt/.test(lower)) return 'reduced';
  if (/zero|exempt|free|steuerfrei/.test(lower)) return 'zero';
  return undefined;
}

/** "Kitchen -> Coffee Machines" → ["Kitchen", "Coffee Machines"]. */
export const pathOf = (text: string): string[] => text.split(/\s*(?:->|>)\s*/).map((part) => part.trim()).filter((part) => part !== '');

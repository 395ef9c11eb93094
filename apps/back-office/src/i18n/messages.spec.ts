import { readdirSync } from 'node:fs';
import path from 'node:path';
import { de } from './messages-de';
import { en } from './messages-en';

type Tree = { [key: string]: string | Tree };

/** Every message by its path: orders.empty.title → No orders yet. */
function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`)));
}
// A word before a comma or a brace: the other braces hold the branches of a plural.
const placeholders = (text: string) => [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1]).sort();

describe('messages', () => {
  it('are the same keys in English and German', () => {
    expect(flat(de).map(([key]) => key).sort()).toEqual(flat(en).map(([key]) => key).sort());
  });
  it('are never empty', () => {
    expect([...flat(en), ...flat(de)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
  it('name the same values in both languages', () => {
    const german = new Map(flat(de));
    const differing = flat(en).filter(([key, text]) => String(placeholders(text)) !== String(placeholders(german.get(key) ?? '')));
    expect(differing).toEqual([]);
  });
  it.each([['en', en], ['de', de]])('load every file of messages/%s', (locale, loaded) => {
    const files = readdirSync(path.join(__dirname, '../../messages', locale)).map((file) => file.replace(/\.json$/, ''));
    expect(Object.keys(loaded).sort()).toEqual(files.sort());
  });
});

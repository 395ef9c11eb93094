// A table is touched only by the lib named at the head of its schema file: writes and reads. Others call that lib.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from './files.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

function owners() {
  const owner = new Map();
  for (const file of filesBelow('prisma/schema').filter((name) => name.endsWith('.prisma') && !name.endsWith('/schema.prisma'))) {
    const text = read(file);
    const lib = /Owned by (libs\/\S+?)[.:\s]/.exec(text)?.[1];
    if (!lib) throw new Error(`${file} does not say who owns its tables. Begin it with "// Owned by libs/…".`);
    for (const [, table] of text.matchAll(/^model (\w+) \{/gm)) owner.set(table, lib);
  }
  return owner;
}

/** Names of tables in Kysely calls, in SQL and in Prisma reads. */
function tablesIn(text, tables) {
  const found = new Set();
  const patterns = [
    /(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|rightJoin|mergeInto|using)\(\s*'(\w+)(?: as \w+)?'/g,
    /\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+"?([a-z_]+)"?/g,
    /\bprisma\.(\w+)\.(?:find|count|group|aggregate)/g,
  ];
  for (const pattern of patterns) for (const [, name] of text.matchAll(pattern)) if (tables.has(name)) found.add(name);
  return found;
}

export function checkTableOwnership() {
  const owner = owners();
  return filesBelow('libs/server').concat(filesBelow('apps/api'), filesBelow('apps/worker'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('/testing.ts') && !/\/testing\//.test(file))
    .flatMap((file) =>
      [...tablesIn(read(file), owner)]
        .filter((table) => !file.startsWith(`${owner.get(table)}/`))
        .map((table) => `${file} touches the table ${table}, which belongs to ${owner.get(table)}. Call a query or use case of that lib.`),
    );
}

// A lock file without one of a package's platform builds makes `npm ci` fail on the platform that needs it.
// Lists each optional package that package-lock.json names and does not hold; exit code 1 if there is any.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = Object.entries(packages).flatMap(([place, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
    .map(([name, range]) => `${place.replace('node_modules/', '')} → ${name}@${range}`),
);
console.log(missing.length ? `Missing from package-lock.json:\n${missing.join('\n')}` : 'package-lock.json is complete');
process.exitCode = missing.length ? 1 : 0;

import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-identity', rootDir: import.meta.dirname };

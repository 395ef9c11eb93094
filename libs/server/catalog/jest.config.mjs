import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-catalog', rootDir: import.meta.dirname };

import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-pos-sync', rootDir: import.meta.dirname };

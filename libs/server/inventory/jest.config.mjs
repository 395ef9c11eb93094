import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-inventory', rootDir: import.meta.dirname };

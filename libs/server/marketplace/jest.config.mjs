import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-marketplace', rootDir: import.meta.dirname };

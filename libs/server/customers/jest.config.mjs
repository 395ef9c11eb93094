import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-customers', rootDir: import.meta.dirname };

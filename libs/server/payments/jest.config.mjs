import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-payments', rootDir: import.meta.dirname };

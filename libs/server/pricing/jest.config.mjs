import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-pricing', rootDir: import.meta.dirname };

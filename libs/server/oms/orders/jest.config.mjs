import preset from '../../../../jest.database.mjs';

export default { ...preset, displayName: 'server-orders', rootDir: import.meta.dirname };

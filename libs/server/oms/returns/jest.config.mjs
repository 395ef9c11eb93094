import preset from '../../../../jest.database.mjs';

export default { ...preset, displayName: 'server-returns', rootDir: import.meta.dirname };

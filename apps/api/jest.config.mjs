import preset from '../../jest.database.mjs';

export default { ...preset, displayName: 'api', rootDir: import.meta.dirname };

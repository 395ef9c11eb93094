import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'platform', rootDir: import.meta.dirname };

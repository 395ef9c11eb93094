import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-purchasing', rootDir: import.meta.dirname };

import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-organisation', rootDir: import.meta.dirname };

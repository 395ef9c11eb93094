import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-messages', rootDir: import.meta.dirname };

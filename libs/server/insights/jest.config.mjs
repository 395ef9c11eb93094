import preset from '../../../jest.database.mjs';

export default { ...preset, displayName: 'server-insights', rootDir: import.meta.dirname };

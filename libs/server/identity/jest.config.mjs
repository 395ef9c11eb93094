import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-identity', rootDir: import.meta.dirname };

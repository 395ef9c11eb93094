import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-catalog', rootDir: import.meta.dirname };

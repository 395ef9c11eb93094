import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-marketplace', rootDir: import.meta.dirname };

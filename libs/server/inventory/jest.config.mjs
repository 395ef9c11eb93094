import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-inventory', rootDir: import.meta.dirname };

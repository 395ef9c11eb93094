import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-customers', rootDir: import.meta.dirname };

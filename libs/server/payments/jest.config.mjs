import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-payments', rootDir: import.meta.dirname };

import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-pricing', rootDir: import.meta.dirname };

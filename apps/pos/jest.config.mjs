import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'pos', rootDir: import.meta.dirname };

import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-pos-sync', rootDir: import.meta.dirname };

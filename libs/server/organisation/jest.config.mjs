import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-organisation', rootDir: import.meta.dirname };

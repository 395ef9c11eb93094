import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-messages', rootDir: import.meta.dirname };

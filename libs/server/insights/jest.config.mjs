import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-insights', rootDir: import.meta.dirname };

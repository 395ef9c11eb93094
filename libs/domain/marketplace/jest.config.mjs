import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-marketplace', rootDir: import.meta.dirname };

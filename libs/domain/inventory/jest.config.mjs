import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-inventory', rootDir: import.meta.dirname };

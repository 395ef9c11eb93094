import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-kernel', rootDir: import.meta.dirname };

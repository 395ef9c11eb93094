import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-routing', rootDir: import.meta.dirname };

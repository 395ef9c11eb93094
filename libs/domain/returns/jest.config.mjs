import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-returns', rootDir: import.meta.dirname };

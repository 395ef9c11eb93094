import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-tax', rootDir: import.meta.dirname };

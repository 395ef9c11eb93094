import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-pricing', rootDir: import.meta.dirname };

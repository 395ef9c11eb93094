import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-promotions', rootDir: import.meta.dirname };

import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-orders', rootDir: import.meta.dirname };

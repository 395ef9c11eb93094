import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-payments', rootDir: import.meta.dirname };

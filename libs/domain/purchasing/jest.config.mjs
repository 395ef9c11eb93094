import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-purchasing', rootDir: import.meta.dirname };

import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'domain-barcodes', rootDir: import.meta.dirname };

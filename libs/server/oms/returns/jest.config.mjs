import preset from '../../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-returns', rootDir: import.meta.dirname };

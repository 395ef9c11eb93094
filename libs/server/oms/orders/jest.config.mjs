import preset from '../../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-orders', rootDir: import.meta.dirname };

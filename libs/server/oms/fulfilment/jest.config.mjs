import preset from '../../../../jest.preset.mjs';

export default { ...preset, displayName: 'server-fulfilment', rootDir: import.meta.dirname };

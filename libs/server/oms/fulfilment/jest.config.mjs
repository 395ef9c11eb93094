import preset from '../../../../jest.database.mjs';

export default { ...preset, displayName: 'server-fulfilment', rootDir: import.meta.dirname };

import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'simulators', rootDir: import.meta.dirname, testMatch: ['<rootDir>/**/*.spec.ts'] };

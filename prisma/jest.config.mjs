import preset from '../jest.preset.mjs';

export default { ...preset, displayName: 'prisma', rootDir: import.meta.dirname, testMatch: ['<rootDir>/seed/**/*.spec.ts'] };

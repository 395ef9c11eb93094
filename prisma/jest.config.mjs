import preset from '../jest.database.mjs';

export default { ...preset, displayName: 'prisma', rootDir: import.meta.dirname, testMatch: ['<rootDir>/seed/**/*.spec.ts'] };

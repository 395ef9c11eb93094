import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'back-office',
  rootDir: import.meta.dirname,
  setupFilesAfterEnv: [...(preset.setupFilesAfterEnv ?? []), `${import.meta.dirname}/../../jest.screens.cjs`],
  testTimeout: 60_000,
  moduleNameMapper: { ...preset.moduleNameMapper, '\\.module\\.css$': '<rootDir>/jest.css-module.cjs' },
};

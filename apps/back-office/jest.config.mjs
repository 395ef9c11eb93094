import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'back-office',
  rootDir: import.meta.dirname,
  moduleNameMapper: { ...preset.moduleNameMapper, '\\.module\\.css$': '<rootDir>/jest.css-module.cjs' },
};

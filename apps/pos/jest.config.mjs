import preset from '../../jest.preset.mjs';

// What use-intl is made of ships as ES modules only, and Jest on Node 20 cannot require() those.
const [pattern] = preset.transformIgnorePatterns;
const transformIgnorePatterns = [pattern.replace('(?!(', '(?!(@formatjs|intl-messageformat|icu-minify|')];

export default { ...preset, displayName: 'pos', rootDir: import.meta.dirname, transformIgnorePatterns, setupFilesAfterEnv: [...(preset.setupFilesAfterEnv ?? []), `${import.meta.dirname}/../../jest.screens.cjs`], testTimeout: 60_000 };

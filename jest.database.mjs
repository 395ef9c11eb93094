// The preset of libs whose tests need a real database.
import path from 'node:path';
import preset from './jest.preset.mjs';

const tools = path.join(import.meta.dirname, 'tools/testing');

export default { ...preset, globalSetup: path.join(tools, 'jest-setup.mjs'), globalTeardown: path.join(tools, 'jest-teardown.mjs'), testTimeout: 30_000 };

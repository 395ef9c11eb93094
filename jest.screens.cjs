// A busy machine draws slowly: a test of a screen waits for what it means to see, and speed is measured by the benches.
const { configure } = require('@testing-library/react');

configure({ asyncUtilTimeout: 15_000 });

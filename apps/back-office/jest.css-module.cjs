/* global module */
// A CSS module in specs: every class is called what the code calls it.
module.exports = new Proxy({}, { get: (_target, name) => (name === '__esModule' ? false : String(name)) });

// What the project's other tools can do on this machine, at one place for the scenarios.
export { freePort } from '../../dev/ports.mjs';

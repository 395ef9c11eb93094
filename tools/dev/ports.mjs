import { createServer } from 'node:net';

const listen = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });

/** True when nothing listens on the port and we may. */
export const isFree = (port) => listen(port).then(() => true, () => false);

/** A port that nothing uses now. */
export const freePort = () => listen(0);

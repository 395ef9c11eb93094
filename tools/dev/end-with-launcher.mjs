// Loaded into every process of `npm start`: when the launcher is gone (kill -9), the process ends too, as on Ctrl-C.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(0), 5000).unref();
});

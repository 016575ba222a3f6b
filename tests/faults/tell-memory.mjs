// Loaded into a server under test: on SIGUSR2 it collects what nobody holds any more, and prints what is left, in bytes.
process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`memory ${heapUsed + external}`);
});

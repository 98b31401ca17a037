// Loaded into the app's process by the launcher: when the launcher is killed, the app ends by itself and frees its port.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

import { registerHooks } from 'node:module';

/**
 * Lets the seed load what is marked server-only, and what the framework resolves without an ending: here is a server.
 * Only what is loaded after the call is meant.
 */
export function asServer(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'server-only') return { url: 'data:text/javascript,', shortCircuit: true };
      return next(/^next\/[\w-]+$/.test(specifier) ? `${specifier}.js` : specifier, context);
    },
  });
}

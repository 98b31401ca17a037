import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Flags a browser needs as root, and to stay off the network. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-quic',
];

/**
 * A Chromium to test with: CHROMIUM_PATH, else the system's, else Playwright's own, else one installed now.
 * @throws when none is there and none can be installed, with what to do
 */
export function findBrowser(log: (line: string) => void): string {
  const found = present();
  if (found) {
    log(`browser: ${found}`);
    return found;
  }
  const isRoot = process.getuid?.() === 0;
  const attempts = [
    ['npx', ['playwright', 'install', 'chromium']],
    ...(isRoot
      ? ([
          ['apt-get', ['update', '-q']],
          ['apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']],
        ] as const)
      : []),
  ] as const;
  for (const [command, words] of attempts) {
    log(`browser: none yet, trying "${command} ${words.join(' ')}"`);
    spawnSync(command, words, { stdio: 'ignore', timeout: 300_000 });
    const installed = present();
    if (installed) {
      log(`browser: ${installed}`);
      return installed;
    }
  }
  throw new Error('No Chromium was found or could be installed: install one, or set CHROMIUM_PATH to it.');
}

function present(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...onPath, chromium.executablePath()].find(isExecutable);
}

function isExecutable(path: string | undefined): boolean {
  try {
    accessSync(path ?? '', constants.X_OK);
    return path !== undefined && path !== '';
  } catch {
    return false;
  }
}

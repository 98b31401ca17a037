import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '#lib/start/cannot-start.ts';
import { lock } from '#lib/start/lock.ts';

/**
 * The folder of everything that the product keeps on this machine, made when missing and held by this launcher alone.
 * Others may pass through it (PostgreSQL does, when root starts it) but not look into it.
 */
export function claimDataDir(path: string): { dataDir: string; release: () => void } {
  try {
    mkdirSync(path, { recursive: true, mode: 0o711 });
    const dataDir = realpathSync(path);
    return { dataDir, release: lock(join(dataDir, 'start.lock')) };
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new CannotStart(`The disk is full: make room for ${path} and start again.`);
    }
    throw new CannotStart(
      `The folder ${path} cannot be written: make it writable, or set PLEDGEBOARD_DATA_DIR to a folder that is.`,
    );
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { engineAdapter } from '#lib/start/engine-adapter.ts';
import { migrationLockfile, migrationNames, migrationScript } from '#lib/start/migrations-folder.ts';

export const everything = { externalTables: [], externalEnums: [] };

/** The Prisma schema, as the engine wants it. */
export function schemaFiles(): { path: string; content: string }[] {
  const folder = join(process.cwd(), 'prisma', 'schema');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }));
}

/** The migrations folder, as the engine wants it. */
export function migrationList(): MigrationList {
  return {
    baseDir: join(process.cwd(), 'prisma', 'migrations'),
    lockfile: { path: './migration_lock.toml', content: migrationLockfile() },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migrationScript(name) } },
    })),
  };
}

type EngineModule = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

/**
 * Prisma's schema engine as WebAssembly: the native one is a download that not every network allows.
 * Node cannot import the package's own entry, so its two halves are joined by hand.
 */
async function loadEngine(): Promise<EngineModule> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule;
  const path = join(
    dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(path), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  return glue;
}

/** Loaded once: a second instance would read the memory of the first. */
let loaded: Promise<EngineModule> | undefined;

/**
 * Runs `work` with an engine on its own single connection.
 * @throws what PostgreSQL said of a script, where the engine only knows that something went wrong
 */
export async function withEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => {});
  const adapter = engineAdapter(pool);
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const engine = await SchemaEngine.new(
    { datamodels: schemaFiles().map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter.factory),
  );
  try {
    return await work(engine);
  } catch (error) {
    throw adapter.scriptError() ?? error;
  } finally {
    engine.free();
    await pool.end();
  }
}

import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

/** Object ids of types, the same in every PostgreSQL. */
const charOid = 18;
const charListOid = 1002;

/**
 * Prisma's adapter, mended in two places. It cuts scripts at every semicolon, also inside functions, and runs the
 * pieces one by one: sent whole, PostgreSQL runs a script as one transaction, so a migration happens wholly or not
 * at all. And it does not know the type "char" of the catalogue, only lists of it, so one goes through as the other.
 */
export function engineAdapter(pool: pg.Pool): { factory: PrismaPg; scriptError: () => unknown } {
  let scriptError: unknown;
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === charOid) field.dataTypeID = charListOid;
    return result;
  }) as typeof pool.query;
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const { columnTypes, ...result } = await queryRaw(sql);
      const { Character, CharacterArray } = ColumnTypeEnum;
      return {
        ...result,
        columnTypes: columnTypes.map((type) => (type === CharacterArray ? Character : type)),
      };
    };
    adapter.executeScript = async (script) => {
      try {
        await query(script);
      } catch (error) {
        scriptError = error;
        throw error;
      }
    };
    return adapter;
  };
  return { factory, scriptError: () => scriptError };
}

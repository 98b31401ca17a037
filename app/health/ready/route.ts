import { connection } from 'next/server';
import { whyNotReady } from '#lib/start/readiness.ts';

/** 200 when the database answers and is at the level of the code, else 503 and why. */
export async function GET(): Promise<Response> {
  await connection();
  const reason = await whyNotReady();
  return Response.json(reason ? { ready: false, reason } : { ready: true }, {
    status: reason ? 503 : 200,
    headers: { 'Cache-Control': 'no-store' },
  });
}

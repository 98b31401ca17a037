type Held = { bytes: Uint8Array<ArrayBuffer>; headers: [string, string][] };
const store = globalThis as unknown as { pledgeboardBenchBytes?: Held };

/** The bare handler that a released page is held against: the same bytes and headers from memory, and no question asked. */
export function GET(): Response {
  const held = store.pledgeboardBenchBytes;
  if (!held) return new Response('Nothing was handed over yet.', { status: 404 });
  return new Response(held.bytes, { headers: held.headers });
}

/** The bench hands over what the released page answered. */
export async function PUT(request: Request): Promise<Response> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  const headers: unknown = JSON.parse(request.headers.get('x-headers') ?? '[]');
  store.pledgeboardBenchBytes = { bytes, headers: headers as [string, string][] };
  return new Response(null, { status: 204 });
}

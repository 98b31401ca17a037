import { requireViewer } from '#lib/auth/viewer.ts';
import { getEvidenceFile } from '#lib/evidence/queries.ts';
import { disposition } from '#lib/evidence/rules.ts';

type Context = { params: Promise<{ council: string; id: string }> };

/** A file of evidence, to be saved: never shown or run inside our pages. Its policy is that of lib/auth/headers.ts. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { council, id } = await params;
  const viewer = await requireViewer(council);
  const { name, type, bytes } = await getEvidenceFile(viewer, id);
  return new Response(bytes, {
    headers: {
      'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'Content-Disposition': disposition(name),
      'Content-Length': String(bytes.byteLength),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

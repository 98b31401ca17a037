import { forbidden } from 'next/navigation';
import { requireViewer } from '#lib/auth/viewer.ts';
import { can } from '#lib/permissions.ts';
import { downloadOf } from '#lib/workbook/download.ts';

type Context = { params: Promise<{ council: string }> };

/** The empty workbook. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await requireViewer((await params).council);
  if (!can.editStrategy(viewer)) return forbidden();
  return downloadOf(null, 'strategy-template', new URL(request.url).searchParams.get('form'));
}

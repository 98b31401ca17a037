import { requireViewer } from '#lib/auth/viewer.ts';
import { downloadOf } from '#lib/workbook/download.ts';
import { getWorkbookContent } from '#lib/workbook/queries.ts';

type Context = { params: Promise<{ council: string; key: string }> };

/** A strategy as a workbook, to read, to change and to bring back. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const content = await getWorkbookContent(viewer, key);
  return downloadOf(
    content,
    `${viewer.council.slug}-strategy-${content.key}`,
    new URL(request.url).searchParams.get('form'),
  );
}

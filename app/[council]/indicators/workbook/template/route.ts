import { requireViewer } from '#lib/auth/viewer.ts';
import { getTemplateRows } from '#lib/indicators/workbook/queries.ts';
import { valuesTemplate } from '#lib/indicators/workbook/template.ts';

type Context = { params: Promise<{ council: string }> };

/** A workbook that asks for what is missing of the chosen figures. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await requireViewer((await params).council);
  const rows = await getTemplateRows(viewer, new URL(request.url).searchParams.getAll('figure'));
  return new Response(new Uint8Array(await valuesTemplate(rows)), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': 'attachment; filename="values-to-fill-in.xlsx"',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

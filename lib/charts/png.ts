import 'server-only';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import type { Html } from '#lib/html.ts';

const fonts = join(process.cwd(), 'lib', 'charts', 'fonts');

/** The same letters on every machine: no font of the system is looked for. */
const font = {
  loadSystemFonts: false,
  fontFiles: [join(fonts, 'chart-regular.ttf'), join(fonts, 'chart-bold.ttf')],
  defaultFontFamily: 'Pledgeboard Chart',
  sansSerifFamily: 'Pledgeboard Chart',
};

/** A drawing as a picture, twice as fine as it is wide. */
export async function pngOf(svg: Html): Promise<Buffer> {
  const drawn = await renderAsync(String(svg), { font, fitTo: { mode: 'zoom', value: 2 } });
  return drawn.asPng();
}

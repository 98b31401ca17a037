import 'server-only';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import type { Html } from '#lib/html.ts';

const fonts = join(process.cwd(), 'node_modules', 'source-sans', 'TTF');

/** The same letters on every machine: no font of the system is looked for. */
const font = {
  loadSystemFonts: false,
  fontFiles: [join(fonts, 'SourceSans3-Regular.ttf'), join(fonts, 'SourceSans3-Bold.ttf')],
  defaultFontFamily: 'Source Sans 3',
  sansSerifFamily: 'Source Sans 3',
};

/** A drawing as a picture, twice as fine as it is wide. */
export async function pngOf(svg: Html): Promise<Buffer> {
  const drawn = await renderAsync(String(svg), { font, fitTo: { mode: 'zoom', value: 2 } });
  return drawn.asPng();
}

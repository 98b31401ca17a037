import { firstFree } from '#lib/start/ports.ts';
import { scratchFolder } from '#tests/setup/cluster.ts';
import { startProduct } from '#tests/setup/product.ts';

/** One product for all journeys, on a demo council made today; it goes when they are done. */
export default async function serve(): Promise<() => Promise<void>> {
  const { folder, remove } = scratchFolder();
  const product = await startProduct({ dataDir: folder, port: await firstFree(3300, '127.0.0.1') });
  process.env.PRODUCT_URL = product.url;
  process.env.PRODUCT_DATA_DIR = folder;
  return async () => {
    await product.stop();
    remove();
  };
}

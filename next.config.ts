import type { NextConfig } from 'next';

/** The bench build alone has the bare pages that the measured ones are held against. */
const isBench = process.env.PLEDGEBOARD_BENCH === '1';

const config: NextConfig = {
  distDir: isBench ? '.next-bench' : '.next',
  pageExtensions: isBench ? ['ts', 'tsx', 'bench.ts', 'bench.tsx'] : ['ts', 'tsx'],
  images: { unoptimized: true },
  poweredByHeader: false,
  // It draws with a native library, which a bundle cannot hold.
  serverExternalPackages: ['@resvg/resvg-js'],
  reactStrictMode: true,
  // A page that a role may not see answers 403 with app/forbidden.tsx.
  experimental: {
    authInterrupts: true,
    // A file of evidence has 10 MB at most. Larger ones come through up to here, so that they are refused in words and
    // the form keeps what was typed.
    serverActions: { bodySizeLimit: '48mb' },
    proxyClientMaxBodySize: '50mb',
  },
};

export default config;

import { defineConfig } from 'vitest/config';

/** Everything but the panel's own tests runs in Node; those name happy-dom in their first line. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Two workers: engines, browsers and whole systems run beside them.
    maxWorkers: 2,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    server: { deps: { inline: [/@refinedev\//] } },
  },
});

/**
 * Zod compiles its checks with `new Function` where it may, and tries whether it may. The panel's content policy forbids
 * it, and a browser reports the mere try. Read by Zod before its first schema; so this is imported before everything.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

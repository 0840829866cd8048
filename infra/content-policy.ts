const source = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' ');

/**
 * What the panel may load and talk to, wherever it runs: itself, and where they are elsewhere the issuer and the storage of
 * photos. No inline script, no framing.
 */
export const contentSecurityPolicy = (issuerOrigins: readonly string[] = [], filesOrigin?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // antd writes its styles into the page.
    "style-src 'self' 'unsafe-inline'",
    source("img-src 'self' data: blob:", filesOrigin),
    "font-src 'self' data:",
    source("connect-src 'self'", ...issuerOrigins, filesOrigin),
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    source("form-action 'self'", filesOrigin),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

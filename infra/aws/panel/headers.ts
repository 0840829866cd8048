/** What the panel may load and talk to: itself, the issuer, and the storage of photos. No inline script, no framing. */
export const contentSecurityPolicy = (issuerOrigins: readonly string[], filesOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // antd writes its styles into the page.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${filesOrigin}`,
    "font-src 'self' data:",
    ["connect-src 'self'", ...issuerOrigins, filesOrigin].join(' '),
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    `form-action 'self' ${filesOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export interface PanelConfig {
  readonly issuer: string;
  readonly clientId: string;
}
/** /config.json as the panel reads it. */
export const configFile = ({ issuer, clientId }: PanelConfig) => ({
  issuer,
  clientId,
  scope: 'openid email profile',
  local: false,
});
/** Two years, as browsers' preload lists ask. */
export const HSTS_SECONDS = 63_072_000;
/** Built files carry a hash in their name; index.html and config.json do not. */
export const CACHE_FOREVER = 'public, max-age=31536000, immutable';
export const CACHE_NEVER = 'no-cache';

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

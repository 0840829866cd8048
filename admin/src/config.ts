/** What the place that serves the panel tells it: /config.json. `local` = one machine, with a clock that can be moved. */
export interface Config {
  issuer: string;
  clientId: string;
  scope: string;
  local: boolean;
}

/** Throws when the file is missing or not as expected, naming what is: without it nobody can sign in. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch('/config.json', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`/config.json: ${response.status}`);
  return parseConfig(await response.json());
}

export function parseConfig(found: unknown): Config {
  const { issuer, clientId, scope, local } = (found ?? {}) as Partial<Record<keyof Config, unknown>>;
  const missing = Object.entries({ issuer, clientId, scope }).flatMap(([name, value]) =>
    typeof value === 'string' ? [] : [name],
  );
  if (typeof issuer !== 'string' || typeof clientId !== 'string' || typeof scope !== 'string') {
    throw new Error(`/config.json: ${missing.join(', ')}`);
  }
  return { issuer, clientId, scope, local: local === true };
}

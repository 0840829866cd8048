import { startEngine } from '#local/database/engine';
import type { EngineName } from '#local/database/engine-kinds';

/** A process of its own that starts an engine, says which, and waits to be killed: `<data dir> <engine>`. */
const [dataDir = '', prefer] = process.argv.slice(2);
const { endpoint, pid } = await startEngine({ dataDir, prefer: prefer as EngineName });
process.stdout.write(`${JSON.stringify({ endpoint, pid })}\n`);

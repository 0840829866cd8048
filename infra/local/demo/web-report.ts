import type { z } from 'zod';
import type { Household } from '#domain/household';
import type { NewComplaint } from '#http/schemas/complaint';
import { NewReport } from '#http/schemas/report';
import type { System } from '#local/system';
import { photoIdFor } from '#usecases/photo-id';
import { drawPicture, type PictureName } from './pictures.ts';

const pictures: Record<string, PictureName> = {
  'water-leak': 'stain',
  'power-water-outage': 'corridor',
  'lift-trapped': 'corridor',
  'corridor-light': 'corridor',
  fees: 'floor',
};
/** Drawn once each, and with another grain: drawing takes longer than filing. */
const drawn = new Map<string, Uint8Array>();
export function pictureOf(category: string, seed: number): Uint8Array {
  const [name, grain] = [pictures[category] ?? 'floor', seed % 2];
  const known = drawn.get(`${name}${grain}`) ?? drawPicture(name, grain + 1);
  drawn.set(`${name}${grain}`, known);
  return known;
}

/** Puts a picture where the upload of a form would; what is stored is checked and attached as always. */
export type Upload = (company: string, photo: string, bytes: Uint8Array) => Promise<void>;

interface Report {
  company: string;
  key: string;
  household: Household;
  body: Pick<z.input<typeof NewComplaint>, 'category' | 'description' | 'wants'>;
}

/**
 * A resident of the file fills in the form of the web, without an account.
 * @returns the complaint's id; null: the report joined another
 */
export async function reportByWeb(
  { ports, fileReport }: Pick<System, 'ports' | 'fileReport'>,
  { company, key, household: { site, building, unit, members }, body: { category, description, wants } }: Report,
): Promise<string | null> {
  const [member] = members;
  if (!member) throw new Error(`Nobody lives in ${building} ${unit}.`);
  const { name, phone, email, language } = member;
  const contact = { name, ...(phone && { phone }), ...(email && { email }) };
  const told = { category, description, ...(wants && { wants }) };
  const report = NewReport.parse({ ...told, building, unit, ...contact, consent: 'yes' });
  await fileReport({ company, site, report, language, key, address: `resident of ${building} ${unit}` });
  const id = ports.ids.from(`${company}/report/${key}`);
  return (await ports.items.get(company, id)) ? id : null;
}

/** One photo of what is wrong, or of what was mended, by whoever took it. */
export const attachPhoto = (
  upload: Upload,
  company: string,
  { id, category }: { id: string; category: string },
  by: string,
  seed: number,
): Promise<void> => upload(company, photoIdFor(id, by, `p${seed}`), pictureOf(category, seed));

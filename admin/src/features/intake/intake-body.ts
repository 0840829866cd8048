import type { z } from 'zod';
import type { FormField } from '#domain/forms/forms';
import type { Language } from '#domain/text';
import type { NewComplaint as NewComplaintSchema } from '#http/schemas/complaint';
import type { HouseholdRow } from '#http/schemas/household';
import { answersSent } from '../../components/form-fields.tsx';

type NewComplaint = z.input<typeof NewComplaintSchema>;

/** The intake form as it stands on screen; a reload brings it back. Field names are those of the API, so errors find their fields. */
export interface IntakeValues {
  where: 'unit' | 'place';
  household?: HouseholdRow | null;
  building?: string;
  unit?: string;
  place?: string;
  /** The caller is not known or does not want to be named. */
  anonymous?: boolean;
  reporter?: { name?: string; phone?: string; email?: string; language?: Language; preferredTime?: string };
  category?: string;
  description?: string;
  since?: string;
  alreadySaid?: string;
  wants?: NewComplaint['wants'];
  channel: NewComplaint['channel'];
  photos?: string[];
  /** Answers to the category's form. */
  fields?: Record<string, unknown>;
  verified: boolean;
  /** 'new', or the id of the open complaint to join. */
  similar?: string;
}

export const emptyIntake: IntakeValues = { where: 'unit', channel: 'desk', verified: true };

const text = (value: string | undefined) => value?.trim() || undefined;

/** Body of POST /api/complaints. What belongs to the other choice (a place, a unit, a caller) is left out. */
export function intakeBody(values: IntakeValues, site: string, form: readonly FormField[] = []): NewComplaint {
  const answers = answersSent(form, values.fields);
  const inUnit = values.where === 'unit';
  const reporter = values.anonymous ? {} : values.reporter;
  return {
    site,
    category: values.category ?? '',
    building: values.building,
    unit: inUnit ? text(values.unit) : undefined,
    place: inUnit ? undefined : text(values.place),
    household: inUnit && !values.anonymous ? values.household?.id : undefined,
    description: values.description ?? '',
    since: text(values.since),
    alreadySaid: text(values.alreadySaid),
    wants: values.wants,
    channel: values.channel,
    reporter: {
      name: text(reporter?.name),
      phone: text(reporter?.phone),
      email: text(reporter?.email),
      language: reporter?.language,
      preferredTime: text(reporter?.preferredTime),
    },
    photos: [...(values.photos ?? []), ...answers.photos],
    ...(form.length > 0 && { fields: answers.fields }),
    verified: values.verified,
    ...(values.similar === undefined ? {} : { similar: values.similar === 'new' ? 'new' : { join: values.similar } }),
  };
}

import type { Origin } from '#domain/audit/link';
import type { Person } from '#domain/organisation';
import type { Language } from '#domain/text';

/** Who asks, as the organisation document knows them at this request. A contract like `ports`: use cases take it. */
export interface Caller {
  company: string;
  person: Person;
  /** Of the answer's words: Accept-Language, else the person's own. */
  language: Language;
  /** Where the request came from, for the log of changes. @default nobody asked */
  from?: Origin;
}

import type { Person } from '#domain/organisation';
import type { Language } from '#domain/text';

/** Who asks, as the organisation document knows them at this request. A contract like `ports`: use cases take it. */
export interface Caller {
  company: string;
  person: Person;
  /** Of the answer's words: Accept-Language, else the person's own. */
  language: Language;
}

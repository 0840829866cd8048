import type { Language } from '#domain/text';
import { actionLabel } from '#domain/words';
import type { ItemKind } from '#domain/workflow/definition';
import type { Words } from '../../i18n/language.ts';
import type { Way } from './step-layers.ts';

/** Why one step leads to another, as a line says it; '' where there is nothing to choose. */
export function wayWords(way: Way, t: Words, language: Language, kind: ItemKind): string {
  switch (way.kind) {
    case 'action':
      return actionLabel(way.action, language, kind);
    case 'exhausted':
      return t('way.exhausted');
    case 'unreached':
      return t('way.unreached');
    case 'case':
      return t('way.case');
    case 'otherwise':
      return t('way.otherwise');
    case 'next':
      return '';
  }
}

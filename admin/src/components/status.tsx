import { statusLabel } from '#domain/words';
import type { Status as StatusName } from '#domain/workflow/definition';
import { useWords } from '../i18n/language.ts';

/** Where it stands; the dot's colour only repeats what the word says. */
export function Status({ status }: { status: StatusName }) {
  const { language } = useWords();
  return (
    <span className="status" data-status={status}>
      {statusLabel(status, language)}
    </span>
  );
}

import { statusLabel } from '#domain/words';
import type { ItemKind, Status as StatusName } from '#domain/workflow/definition';
import { useWords } from '../i18n/language.ts';

interface StatusProps {
  status: StatusName;
  /** An order "waits to be accepted" where a complaint is acknowledged. @default complaint */
  kind?: ItemKind;
}

/** Where it stands; the dot's colour only repeats what the word says. */
export function Status({ status, kind }: StatusProps) {
  const { language } = useWords();
  return (
    <span className="status" data-status={status}>
      {statusLabel(status, language, kind)}
    </span>
  );
}

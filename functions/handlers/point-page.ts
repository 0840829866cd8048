import { isPointCode } from '#domain/patrol/code';
import { parseActionForm } from '#http/pages/form';
import { renderPointPage, renderUnopenedPoint } from '#http/pages/point-page';
import { walkIn } from '#http/patrol-cookie';
import { issueMessages } from '#http/problem-messages';
import { refusalWords } from '#http/refusal-words';
import type { ScanLabel } from '#usecases/patrols/scan-label';
import type { Answer, Answers, Visit } from './resident-page.ts';

/**
 * A label scanned in a browser that is on a night's walk: that point, to be recorded by a press of its button. A point's own
 * label tells others nothing. Null: the label of a facility, and of no walk here.
 */
export const createPointPages =
  (scanLabel: ScanLabel, { page, goTo }: Pick<Answers, 'page' | 'goTo'>) =>
  async ({ event, method, body, query, language: asked }: Visit, code: string): Promise<Answer | null> => {
    const token = walkIn(event.cookies);
    const find = async () => (token === null || query.facility !== undefined ? null : scanLabel.find(token, code));
    const label = await find();
    if (!label) return isPointCode(code) ? page(200, renderUnopenedPoint(asked)) : null;
    const form = method === 'POST' ? parseActionForm(body, 'UTC') : null;
    if (form?.action !== 'scan') return page(200, renderPointPage(scanLabel.view(label)));
    const acted = await scanLabel.record(label, form, code);
    if (acted.result === 'done') return goTo(`${label.walk}?saved=${label.point.id}`);
    // What was read before somebody else acted is no longer so.
    if (acted.result === 'late') return page(200, renderPointPage(scanLabel.view((await find()) ?? label)));
    const { language } = label.opened.person;
    const problem = acted.problem
      ? refusalWords(acted.problem.why, language)
      : Object.values(issueMessages(acted.issues, language)).flat().join(' ');
    return page(422, renderPointPage(scanLabel.view(label, { values: form.values, problem })));
  };

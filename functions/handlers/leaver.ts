import { issueMessages } from '#http/problem-messages';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { Leaver } from '#usecases/leaver/replace-person';
import { summaryView } from '#usecases/view-summary';

export interface LeaverUseCases {
  leaver: Leaver;
}
type Operation = 'listReferences' | 'checkReplacement' | 'applyReplacement';

export const leaverHandlers = ({ leaver }: LeaverUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  async listReferences({ caller, params }) {
    const { person, lines, rows, more, now } = await leaver.show(caller, params.id);
    return {
      person,
      lines: lines.map(({ place, ...line }) => ({ ...line, kind: place.kind })),
      items: rows.map((row) => summaryView(row, now)),
      more,
    };
  },
  async checkReplacement({ caller, params, body }) {
    const { planned, items, issues } = await leaver.check(caller, params.id, body);
    return {
      documents: planned.documents.map(({ kind, id, expected, body: content }) => ({
        kind,
        id,
        name: kind === 'workflow' && 'name' in content ? content.name : null,
        version: expected + 1,
      })),
      assets: planned.assets.length,
      handOvers: items.rows.length,
      more: items.more,
      deactivates: planned.person.active,
      problems: issueMessages(issues, caller.language),
      token: planned.token,
    };
  },
  applyReplacement: ({ caller, params, body: { token, note, ...choice } }) =>
    leaver.apply(caller, params.id, choice, { token, note }),
});

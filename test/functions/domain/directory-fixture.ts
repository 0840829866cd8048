import type { Absences, Directory, Person, Rosters } from '#domain/organisation';
import { text } from './calendar-fixtures.ts';

const ids = ['ann', 'bo', 'chen', 'dai', 'fu', 'gao', 'hu', 'jin', 'gone'];

const person = (id: string): Person => ({
  id,
  name: text(id),
  email: `${id}@example.org`,
  language: 'zh-CN',
  role: 'staff',
  sites: ['lake'],
  active: id !== 'gone',
});

/**
 * Site "lake" (Asia/Shanghai): building b3 in area east with steward ann, repairer bo, keeper chen, customer service
 * dai. Engineering: handlers gone (removed), bo, fu; head gao. Director hu. Quality: jin, hu. Building b9 has nobody.
 */
export function directoryWith(
  changes: { absences?: Absences['absences']; rosters?: Rosters['rosters']; zone?: string } = {},
): Directory {
  return {
    organisation: {
      company: { name: text('company'), zone: 'Asia/Shanghai', language: 'zh-CN' },
      posts: [
        { id: 'quality', name: text('quality'), holders: ['jin', 'hu'] },
        { id: 'general-manager', name: text('general manager'), holders: [] },
      ],
      sites: [
        {
          id: 'lake',
          name: text('lake'),
          code: 'EL',
          zone: changes.zone ?? 'Asia/Shanghai',
          language: 'zh-CN',
          calendar: 'office',
          phone: '1',
          director: 'hu',
          departments: [
            { id: 'engineering', name: text('engineering'), head: 'gao', handlers: ['gone', 'bo', 'fu'] },
            { id: 'finance', name: text('finance'), head: null, handlers: [] },
          ],
        },
      ],
      areas: [{ id: 'east', site: 'lake', name: text('east'), customerService: 'dai', keeper: 'chen', repairer: 'bo' }],
      buildings: [
        { id: 'b3', site: 'lake', name: text('3'), area: 'east', steward: 'ann', handedOver: '2024-11-24' },
        { id: 'b9', site: 'lake', name: text('9'), area: null, steward: null, handedOver: '2027-01-01' },
      ],
      people: ids.map(person),
    },
    rosters: { rosters: changes.rosters ?? [] },
    absences: { absences: changes.absences ?? [] },
  };
}

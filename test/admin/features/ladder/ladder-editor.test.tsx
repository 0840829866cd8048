// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { workingDayAt, workingHours } from '#domain/limit';
import { at, directory } from '#test/support/estate';
import { defaultCalendar } from '#workflows/default-calendar';
import type { Ladder } from '../../../../admin/src/features/ladder/edit-ladder.ts';
import { LadderEditor } from '../../../../admin/src/features/ladder/ladder-editor.tsx';
import { createNames } from '../../../../admin/src/features/workplace/names.ts';
import type { Directory, Me } from '../../../../admin/src/features/workplace/workplace.tsx';
import { loadFeature, startLanguage } from '../../../../admin/src/i18n/language.ts';

const { organisation } = directory;
const here = vi.hoisted(() => ({ value: {} as unknown, staff: null as unknown, now: 0 }));
vi.mock('../../../../admin/src/features/workplace/workplace.tsx', () => ({ useWorkplace: () => here.value }));
vi.mock('../../../../admin/src/features/workplace/staff-directory.ts', () => ({ useStaffDirectory: () => here.staff }));
vi.mock('../../../../admin/src/features/clock/system-clock.tsx', () => ({ useNow: () => here.now }));

afterEach(cleanup);
beforeEach(async () => {
  await startLanguage('en');
  await loadFeature('document');
  await loadFeature('ladder');
  const sites = organisation.sites.map(({ id, name, zone, language, calendar, phone }) => ({
    id,
    name,
    zone,
    language,
    calendar,
    phone,
  }));
  const me = { sites } as unknown as Me;
  const known = {
    ...organisation,
    departments: organisation.sites.flatMap(({ id: site, departments }) =>
      departments.map(({ id, name }) => ({ site, id, name })),
    ),
    categories: [],
    ownRouting: [],
    assetKinds: [],
    calendars: [{ id: 'cn-office', version: 1, body: defaultCalendar }],
  } as unknown as Directory;
  here.value = { me, directory: known, names: createNames(known, me, 'en'), site: sites[0] };
  here.staff = directory;
  here.now = at('2026-11-24', '10:00');
});

const ladder: Ladder = {
  levels: [
    { to: [{ kind: 'owner' }] },
    { to: [{ kind: 'head', department: 'item' }], within: workingHours(4) },
    { to: [{ kind: 'siteDirector' }], outside: [{ kind: 'onDuty', roster: 'duty-manager' }], within: 'acknowledge' },
    {
      to: [{ kind: 'companyPost', post: 'quality' }],
      all: true,
      reminders: { after: workingDayAt(1, '09:00'), times: 5 },
    },
  ],
  watch: ['reply'],
  exhausted: 'nobody',
};
const targets = [
  { value: 'nobody', label: 'Nobody acted' },
  { value: 'verdict', label: 'Verdict' },
];

function Held({ said, problems = {} }: { said: Ladder[]; problems?: Record<string, string[]> }) {
  const [value, setValue] = useState(ladder);
  return (
    <LadderEditor
      value={value}
      problems={problems}
      targets={targets}
      disabled={false}
      onChange={(next) => {
        said.push(next);
        setValue(next);
      }}
    />
  );
}
const rows = () => [...document.querySelectorAll<HTMLElement>('.rung')];
const says = (index: number) =>
  [...(rows()[index]?.querySelectorAll('.rung-title > strong, .rung-says') ?? [])].map((one) => one.textContent);
const opened = (index: number) => {
  fireEvent.click(rows()[index]?.querySelector('.rung-title') ?? document.body);
  return within(rows()[index] ?? document.body);
};

describe('the ladder', () => {
  test('reads as what happens, level by level', () => {
    render(<Held said={[]} />);
    expect(rows().map((_, index) => says(index))).toEqual([
      ['The owner', 'Reply deadline missed → level 2: head of the responsible department'],
      ['Head of the responsible department', 'after 4 working hours without an answer → level 3: site director'],
      [
        'Site director',
        'outside working time: on duty: Duty manager',
        'after the item’s acknowledge limit without an answer → level 4: Quality department',
      ],
      [
        'Quality department',
        'everyone must confirm',
        'reminded 5 times (every: next working day 09:00)',
        'still no answer after the last reminder → Nobody acted',
      ],
    ]);
  });

  test('says whom each post would be now', () => {
    render(<Held said={[]} />);
    const director = organisation.people.find(({ id }) => id === organisation.sites[0]?.director);
    expect(opened(2).getByText(`right now: ${director?.name.en}`)).toBeTruthy();
    expect(opened(0).getByText('whoever owns it then')).toBeTruthy();
  });

  test('warns of those who would find nobody', () => {
    const sites = organisation.sites.map((site) => ({
      ...site,
      departments: site.departments.map((one) => (one.id === 'security' ? { ...one, head: null } : one)),
    }));
    here.staff = { ...directory, organisation: { ...organisation, sites } };
    render(<Held said={[]} />);
    expect(opened(1).getByText(/right now nobody would be reached for: Security/)).toBeTruthy();
  });

  test('takes, copies and drops levels; the last cannot be dropped', () => {
    const said: Ladder[] = [];
    render(<Held said={said} />);
    fireEvent.click(screen.getByText('Add a level'));
    expect(said.at(-1)?.levels[4]).toEqual({ to: [], within: 'acknowledge' });
    expect(rows()[4]?.dataset.open).toBe('true');
    fireEvent.click(screen.getByLabelText('Copy Level 2'));
    expect(said.at(-1)?.levels[2]).toEqual(ladder.levels[1]);
    for (let left = 6; left > 1; left -= 1) fireEvent.click(screen.getByLabelText('Delete Level 1'));
    expect(said.at(-1)?.levels).toEqual([{ to: [], within: 'acknowledge' }]);
    expect(screen.getByLabelText('Delete Level 1').hasAttribute('disabled')).toBe(true);
  });

  test('a setting taken away leaves no trace in the level', () => {
    const said: Ladder[] = [];
    render(<Held said={said} />);
    const top = opened(3);
    fireEvent.click(top.getByText('Everyone must confirm'));
    fireEvent.click(top.getByText('Remind them meanwhile'));
    expect(said.at(-1)?.levels[3]).toEqual({ to: [{ kind: 'companyPost', post: 'quality' }] });
    expect(says(3)).toEqual(['Quality department', 'waits until somebody acts']);
    fireEvent.change(top.getByLabelText('Level 4 · How long they have', { selector: 'input' }), {
      target: { value: '3 wd' },
    });
    expect(says(3).at(-1)).toBe('no answer by close of the 3rd working day → Nobody acted');
  });

  test('shows what is wrong at the level, open or not', () => {
    const problems = { 'levels.1.to': ['Reaches nobody at East Lake'], exhausted: ['No such step'] };
    render(<Held said={[]} problems={problems} />);
    expect(rows()[1]?.textContent).toContain('Reaches nobody at East Lake');
    expect(rows()[0]?.dataset.wrong).toBe('false');
    expect(screen.getByText('No such step')).toBeTruthy();
    expect(opened(1).getAllByText('Reaches nobody at East Lake')).toHaveLength(1);
  });

  test('a person is taken by name and removed again', async () => {
    const said: Ladder[] = [];
    render(<Held said={said} />);
    const level = opened(2);
    const box = level.getByLabelText('Level 3 · Who is asked: add', { selector: 'input' });
    fireEvent.mouseDown(box);
    fireEvent.change(box, { target: { value: 'head of Engineering' } });
    fireEvent.click(await screen.findByText('head of Engineering', { selector: '.ant-select-item-option-content' }));
    expect(said.at(-1)?.levels[2]?.to).toEqual([{ kind: 'siteDirector' }, { kind: 'head', department: 'engineering' }]);
    fireEvent.click(level.getByLabelText('Level 3 · Who is asked: remove site director'));
    expect(said.at(-1)?.levels[2]?.to).toEqual([{ kind: 'head', department: 'engineering' }]);
  });
});

import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { readSection } from '#domain/checklist-answers';
import { languages } from '#domain/text';
import { readCheckFields } from '#http/pages/check-fields';
import { renderCheckPage, renderCheckPhotos } from '#http/pages/check-page';
import { checkView, everySection, given, photosView } from '#test/support/check-views';
import { HOSTILE } from '#test/support/mail-views';

const documentOf = (page: string) => {
  const { document } = new Window();
  document.write(page);
  return document;
};
/** What a browser sends of the form as the page shows it, `typed` filled in over it. */
function sentBy(page: string, typed: Record<string, string> = {}): URLSearchParams {
  const form = documentOf(page).querySelector('form');
  const sent = new URLSearchParams();
  for (const field of form?.querySelectorAll('input,textarea,select') ?? []) {
    const name = field.getAttribute('name') ?? '';
    if (field.getAttribute('type') === 'radio') {
      if (field.hasAttribute('checked')) sent.set(name, field.getAttribute('value') ?? '');
    } else if (field.tagName === 'TEXTAREA') sent.set(name, field.textContent?.replace(/^\n/, '') ?? '');
    else if (field.tagName === 'SELECT')
      sent.set(name, field.querySelector('option[selected]')?.getAttribute('value') ?? '');
    else sent.set(name, field.getAttribute('value') ?? '');
  }
  for (const [name, value] of Object.entries(typed)) sent.set(name, value);
  return sent;
}
const all = {
  'c.doors': 'fail',
  'c.doors.note': 'squeaks',
  'c.heat': '41',
  'c.lamps': '46',
  'c.lamps.total': '48',
  'c.valves': '4',
  'c.seal': 'broken',
  'c.remarks': 'oil',
};
const answers = {
  doors: given('fail', { note: 'squeaks', failed: true }),
  heat: given(41, { failed: true }),
  lamps: given({ count: 46, total: 48 }, { failed: true }),
  valves: given({ count: 4, total: 4 }),
  seal: given('broken', { photos: ['p1'] }),
  remarks: given('oil'),
};
const saving = { asset: null, before: {}, by: 'li', at: 0 };
const keyed = Object.fromEntries(Object.entries(answers).map(([id, one]) => [`-/machine-room/${id}`, one]));

describe('a section of a checklist', () => {
  it.each(languages)('is filled in and read as it was meant (%s)', (language) => {
    const { sent } = readCheckFields(sentBy(renderCheckPage(checkView(language)), all));
    const { changed, problems } = readSection(everySection, sent, saving);
    expect(problems).toEqual([]);
    expect(changed).toEqual(
      Object.fromEntries(Object.entries(keyed).map(([key, one]) => [key, { ...one, photos: [] }])),
    );
  });

  it.each(languages)('resumes with what was answered, and saving it again changes nothing (%s)', (language) => {
    const page = renderCheckPage(checkView(language, { answers }));
    const sent = readCheckFields(sentBy(page)).sent;
    expect(readSection(everySection, sent, { ...saving, before: keyed })).toEqual({ changed: {}, problems: [] });
  });

  it('left empty says nothing; emptied takes back what was shown, and only that', () => {
    const before = keyed;
    const untouched = readCheckFields(sentBy(renderCheckPage(checkView('en')))).sent;
    expect(readSection(everySection, untouched, { ...saving, before }).changed).toEqual({});
    const emptied = sentBy(renderCheckPage(checkView('en', { answers })), { 'c.remarks': '', 'c.doors.note': '' });
    const { changed } = readSection(everySection, readCheckFields(emptied).sent, { ...saving, before });
    expect(Object.keys(changed).toSorted()).toEqual(['-/machine-room/doors', '-/machine-room/remarks']);
    expect(changed['-/machine-room/remarks']).toBeNull();
    expect(changed['-/machine-room/doors']).toMatchObject({ value: 'fail', note: null });
  });

  it('comes back as typed, each error at its point', () => {
    const { typed } = readCheckFields(new URLSearchParams({ ...all, 'c.heat': 'warm', 'c.lamps.total': '' }));
    const errors = { heat: ['Please enter a number.'], lamps: ['Please fill this in.'] };
    const document = documentOf(
      renderCheckPage(checkView('en', { answers, posted: { typed, errors, problem: null } })),
    );
    expect(document.querySelector('#heat .e')?.textContent).toBe('Please enter a number.');
    expect(document.querySelector('input[name="c.heat"]')?.getAttribute('value')).toBe('warm');
    expect(document.querySelector('input[name="c.lamps"]')?.getAttribute('value')).toBe('46');
    expect(document.querySelector('input[name="c.lamps.total"]')?.getAttribute('value')).toBe('');
    expect(document.querySelectorAll('.e').length).toBe(2);
    expect(document.querySelector('[role=alert]')?.textContent).toContain('mend what is marked in red');
  });

  it('says what is missing, each a way to its point', () => {
    const document = documentOf(renderCheckPage(checkView('en', { saved: true, missing: ['heat', 'seal'] })));
    const ways = [...document.querySelectorAll('.m a')].map((one) => one.getAttribute('href'));
    expect(ways).toEqual(['#heat', '#seal']);
    for (const way of ways) expect(document.querySelectorAll(way ?? '').length).toBe(1);
    expect(document.querySelector('[role=status]')?.textContent).toContain('Saved.');
  });

  it('asks for numbers with their keyboard, for checks with three choices, and names what every field is', () => {
    const document = documentOf(renderCheckPage(checkView('zh-CN')));
    expect(document.querySelector('input[name="c.heat"]')?.getAttribute('inputmode')).toBe('decimal');
    expect(document.querySelector('input[name="c.lamps"]')?.getAttribute('inputmode')).toBe('numeric');
    expect([...document.querySelectorAll('.v label')].map((one) => one.textContent)).toEqual([
      '合格',
      '留意',
      '不合格',
    ]);
    expect(document.querySelectorAll('script').length).toBe(0);
    for (const field of document.querySelectorAll('textarea,select,input:not([type=hidden]):not([type=radio])')) {
      const named =
        field.hasAttribute('aria-label') || document.querySelectorAll(`label[for="${field.id}"]`).length === 1;
      expect([field.getAttribute('name'), named]).toEqual([field.getAttribute('name'), true]);
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(languages)('lets no word become markup (%s)', (language) => {
    const hostile = `</textarea></title></style><script>alert(1)</script>${HOSTILE}`;
    const text = { 'zh-CN': hostile, en: hostile };
    const items = everySection.items.map((item) => ({ ...item, label: text, help: text }));
    const page = renderCheckPage(
      checkView(language, {
        facility: hostile,
        place: hostile,
        number: hostile,
        at: hostile,
        section: { ...everySection, name: text, items },
        next: { at: hostile, name: hostile },
        answers: { doors: given('fail', { note: hostile }), remarks: given(hostile) },
        posted: {
          typed: Object.fromEntries(Object.keys(all).map((name) => [name, hostile])),
          errors: { heat: [hostile] },
          problem: hostile,
        },
      }),
    );
    const document = documentOf(page);
    expect(document.querySelectorAll('script,img,iframe').length).toBe(0);
    expect(page).not.toMatch(/[\u202a-\u202e]/);
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^[?#]/);
  });
});

describe('what a form of points sends', () => {
  it('is read by its own names only, bounded', () => {
    const posted = new URLSearchParams({
      'c.__proto__': 'x',
      'c.UP': 'x',
      'c.a b': 'x',
      'c.': 'x',
      'd.a': 'x',
      action: 'check',
    });
    expect(readCheckFields(posted)).toEqual({ typed: {}, sent: [] });
    const many = new URLSearchParams(Array.from({ length: 200 }, (_, i) => [`c.p${i}`, 'x'.repeat(9000)]));
    const { sent } = readCheckFields(many);
    expect(sent).toHaveLength(60);
    expect(sent[0]?.value).toHaveLength(1000);
  });

  it('a total alone says nothing yet', () => {
    expect(readCheckFields(new URLSearchParams({ 'c.lamps': '', 'c.lamps.total': '48' })).sent).toEqual([]);
  });
});

describe('photos of a section', () => {
  it.each(languages)('have a form each, straight to storage, with a name of its own (%s)', (language) => {
    const document = documentOf(renderCheckPhotos(photosView(language)));
    const forms = [...document.querySelectorAll('form')];
    expect(forms.map((form) => form.getAttribute('action'))).toEqual([
      'https://bucket.example/',
      'https://bucket.example/',
    ]);
    expect([...document.querySelectorAll('input[type=file]')].map(({ id }) => id)).toEqual(['file-0', 'file-1']);
  });

  it('let one go on once what is needed is there, and tell what became of an upload', () => {
    const open = documentOf(renderCheckPhotos(photosView('en')));
    expect(open.querySelector('a.g')?.textContent).toBe('Later');
    const [first, ...rest] = photosView('en').points;
    if (!first) throw new Error('no point');
    const done = renderCheckPhotos(photosView('en', { points: [{ ...first, photos: 1 }, ...rest], uploaded: 'kept' }));
    expect(documentOf(done).querySelector('a.g')?.textContent).toBe('Go on');
    expect(documentOf(done).querySelector('a.g')?.getAttribute('href')).toBe('?check=0-2');
    expect(done).toContain('The photo is saved.');
  });
});

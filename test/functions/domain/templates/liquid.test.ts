import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, test } from 'vitest';
import { checkLiquid, placeOf } from '#domain/templates/liquid';
import { standingOf, variablesFor } from '#domain/templates/variables';

const check = (source: string, inSubject = false) => checkLiquid(source, standingOf('staff', inSubject));
const codes = (source: string) => check(source).map(({ code }) => code);

describe('words that may be published', () => {
  test.each([
    '',
    'plain } text %} with }} braces',
    '{{number}} {{ category | downcase }} {{summary | truncate: 20}}',
    '{% if level %}{{level.at}}{% elsif due.overdue %}late{% else %}-{% endif %}',
    '{%- unless major -%}x{%- endunless -%}',
    "{% case severity %}{% when 'urgent', 'high' or 'x' %}!{% else %}.{% endcase %}",
    "{% if level.at > 1 and severity != 'low' or major == true %}x{% endif %}",
    "{{ level.post | default: 'nobody' | capitalize }}",
  ])('%s', (source) => expect(check(source)).toEqual([]));
});

describe('hostile or broken words are refused', () => {
  test.each([
    ['{{', 'not_closed'],
    ['{{ number', 'not_closed'],
    ['{{ number {% if x %}', 'not_closed'],
    ['{% if major %}x', 'block_not_ended'],
    ['x{% endif %}', 'nothing_to_end'],
    ['{% if major %}{% endcase %}{% endif %}', 'nothing_to_end'],
    ['{% else %}', 'nothing_to_end'],
    ['{% for i in (1..1000000000) %}x{% endfor %}', 'broken_tag'],
    ['{% for i in number %}x{% endfor %}', 'unknown_tag'],
    ['{% tablerow i in number %}', 'unknown_tag'],
    ["{% include 'secrets' %}", 'unknown_tag'],
    ["{% render 'secrets' %}", 'unknown_tag'],
    ["{% layout 'secrets' %}", 'unknown_tag'],
    ['{% block x %}', 'unknown_tag'],
    ['{% assign number = 1 %}', 'broken_tag'],
    ['{% capture x %}', 'unknown_tag'],
    ['{% increment x %}', 'unknown_tag'],
    ['{% raw %}{{ x }}{% endraw %}', 'unknown_tag'],
    ['{% comment %}', 'unknown_tag'],
    ['{% liquid echo number %}', 'unknown_tag'],
    ['{%# note %}', 'broken_tag'],
    ["{{ number | append: 'x' }}", 'unknown_filter'],
    ['{{ number | truncate }}', 'broken_tag'],
    ['{{ number | downcase: 3 }}', 'broken_tag'],
    ['{{ number["constructor"] }}', 'broken_tag'],
    ['{{ number.constructor }}', 'unknown_variable'],
    ['{{ __proto__ }}', 'unknown_variable'],
    ['{{ due }}', 'unknown_variable'],
    ['{{ phone }}', 'unknown_variable'],
    ["{{ 'a\\'b' }}", 'broken_tag'],
    ['{{ }}', 'broken_tag'],
    ['{% %}', 'broken_tag'],
    ['{{ number | }}', 'broken_tag'],
    ['{% if %}x{% endif %}', 'broken_tag'],
    ['{% if major and %}x{% endif %}', 'broken_tag'],
    ['{% case severity %}{% when %}{% endcase %}', 'broken_tag'],
    [`${'{% if major %}'.repeat(9)}${'{% endif %}'.repeat(9)}`, 'too_deep'],
  ])('%s', (source, code) => expect(codes(source)).toContain(code));

  test('says where', () => {
    const [found] = check('one\ntwo {{ nmber }}');
    expect(found).toMatchObject({ code: 'unknown_variable', value: 'nmber', length: 5 });
    expect(placeOf('one\ntwo {{ nmber }}', found?.at ?? 0)).toEqual({ line: 2, column: 8 });
  });
  test('a person in a subject, but not asking whether there is one', () => {
    expect(check('{{reader}}', true)).toMatchObject([{ code: 'personal_in_subject', value: 'reader' }]);
    expect(check('{{ number | default: because.by }}', true)).toMatchObject([{ code: 'personal_in_subject' }]);
    expect(check('{% if because.by %}{{number}}{% endif %}', true)).toEqual([]);
    expect(check('{{reader}}')).toEqual([]);
  });
  test('is quick with the worst that fits', () => {
    const started = performance.now();
    for (const source of ['{{'.repeat(1000), '{%if '.repeat(400), "'".repeat(2000), `{{${' '.repeat(1990)}`])
      check(source);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

const engine = new Liquid({ strictFilters: true, ownPropertyOnly: true, lenientIf: true, templates: {} });
const part = fc.constantFrom(
  '{{',
  '}}',
  '{%',
  '%}',
  '{%-',
  '-%}',
  ' if ',
  ' unless ',
  ' case ',
  ' when ',
  ' else ',
  ' elsif ',
  ' endif ',
  ' endunless ',
  ' endcase ',
  ' major ',
  ' number ',
  ' due.when ',
  ' level.at ',
  ' | ',
  ' downcase ',
  ' default: ',
  ' truncate: 3 ',
  " 'x' ",
  ' 7 ',
  ' == ',
  ' > ',
  ' and ',
  ' or ',
  ', ',
  'text',
  '\n',
  ' contains ',
  ' nil ',
  ' nosuch ',
  '.',
  '"',
);

test('whatever is accepted renders, with every variable there and with none', () => {
  const all: Record<string, unknown> = {};
  for (const { name, example } of variablesFor.staff) {
    const [first = '', second] = name.split('.');
    if (second === undefined) all[first] = example.en;
    else all[first] = { ...(all[first] as object), [second]: example.en };
  }
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const source = parts.join('');
      if (check(source).length > 0) return;
      accepted += 1;
      for (const scope of [all, {}, { level: null, due: null, because: {} }]) engine.parseAndRenderSync(source, scope);
    }),
    { numRuns: 20_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

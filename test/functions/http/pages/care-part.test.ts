import { expect, test } from 'vitest';
import { languages } from '#domain/text';
import { renderActionPage } from '#http/pages/action-page';
import { formsOf } from '#test/support/page-form';
import { actionView } from '#test/support/page-views';

const care = { hints: ['<b>慢一点</b>'], flags: [{ title: 'Patient · "A"', note: '<script>' }], folded: 2 };

test.each(languages)('what to know of the household, and the button that opens the rest: %s', (language) => {
  const page = renderActionPage(actionView(language, { care }));
  expect(page).toContain('&lt;b&gt;慢一点&lt;/b&gt;');
  expect(page).not.toContain('<script>');
  expect(page).toContain('<button class="c" name="care" value="open">');
  const rest = renderActionPage(actionView(language, { care: { ...care, folded: 0 } }));
  expect(rest).not.toContain('name="care"');
  expect(renderActionPage(actionView(language))).not.toContain('慢一点');
  // Its form acts on nothing.
  expect(formsOf(page).flatMap(({ fields, hidden }) => [...fields, ...Object.keys(hidden)])).not.toContain('care');
});

import { describe, expect, test } from 'vitest';
import { demoEstate } from '#local/demo/estate';
import { demoPeople } from '#local/people';
import { peoplePage } from '#local/sign-in/page';

const people = demoPeople(demoEstate.organisation);
const shown = (html: string) => [...html.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id);
const headings = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, words]) => words);

describe('the people page', () => {
  test('shows everybody once, by site', () => {
    const html = peoplePage(people, 'en');
    expect(shown(html).toSorted()).toEqual(people.map(({ id }) => id).toSorted());
    expect(headings(html)).toEqual(['East Lake Garden', 'Harbour View', 'The company and several sites']);
    expect(html.indexOf('value="quality-manager"')).toBeGreaterThan(html.indexOf('>The company and several sites<'));
  });

  test.each([
    ['a post in Chinese on the English page', '绿化工', ['gardener', 'hv-gardener']],
    ['two words, one of them the site', 'harbour gardener', ['hv-gardener']],
    ['an address', 'AUDITOR@', ['auditor']],
  ])('finds by %s', (_, find, ids) => {
    expect(shown(peoplePage(people, 'en', find))).toEqual(ids);
  });

  test('says when there is nobody, with the way back; what was typed is text', () => {
    const html = peoplePage(people, 'zh-CN', '"><script>x');
    expect(shown(html)).toEqual([]);
    expect(html).toContain('没有这样的人');
    expect(html).toContain('显示所有人');
    expect(html).not.toContain('<script');
  });
});

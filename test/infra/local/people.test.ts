import { expect, it } from 'vitest';
import { banner } from '#local/banner';
import { demoPeople, personView } from '#local/people';
import { organisation } from '#test/support/one-site';

const people = demoPeople(organisation);
const of = (id: string) => {
  const person = people.find((one) => one.id === id);
  if (!person) throw new Error(id);
  return person;
};

it('tells the posts that the documents give a person', () => {
  expect(of('customer-centre-clerk-a').posts.map((post) => post.en)).toEqual([
    'Customer centre',
    'North area: customer service',
  ]);
  expect(of('engineering-head').posts.map((post) => post['zh-CN'])).toEqual(['工程部主管']);
  expect(personView(of('engineering-head'), 'en').posts).toEqual(['Head of Engineering']);
});

it('leaves out who was removed', () => {
  const without = {
    ...organisation,
    people: organisation.people.map((one) => ({ ...one, active: one.id !== 'auditor' })),
  };
  expect(demoPeople(without).some(({ id }) => id === 'auditor')).toBe(false);
});

it('the banner names the addresses and people of every role', () => {
  const text = banner({ origin: 'http://127.0.0.1:4000', inboxPort: 4001 }, people);
  for (const part of [
    'http://127.0.0.1:4000/',
    'http://127.0.0.1:4001/',
    'http://127.0.0.1:4000/report/east-lake',
    'administrator@',
    'site-director@',
    'auditor@',
    '(+19)',
  ])
    expect(text).toContain(part);
  expect(text.split('\n').length).toBeLessThan(30);
});

import { expect, test } from 'vitest';
import { callReason } from '#domain/care/reach';
import type { HouseholdMember } from '#domain/household';

const member = (email: string | null, channel: HouseholdMember['channel'] = null): HouseholdMember => ({
  ...{ name: '住户', phone: null, email, language: 'zh-CN', preferredTime: null, channel, relation: null },
});
const [a, b, none] = [member('a@x.example'), member('b@x.example'), member(null)];

test.each<[string, HouseholdMember[], number[], ReturnType<typeof callReason>]>([
  ['whose mail arrived', [a], [], null],
  ['one of whom was reached', [a, b], [0], null],
  ['whom no mail reached', [a, none, b], [0, 2], 'bounced'],
  ['without an address', [none], [], 'noMail'],
  ['that would rather be called', [member('a@x.example', 'phone')], [], 'noMail'],
  ['of nobody', [], [], 'noMail'],
])('a household %s', (_, members, missed, expected) => {
  expect(callReason({ members }, missed)).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import type { Organisation } from '#domain/organisation';
import { directory } from '#test/support/estate';
import { createMemoryPorts } from '#test/support/memory-ports';
import type { UnknownMember } from '#usecases/errors';
import { createIdentifyCaller } from '#usecases/identify-caller';

const claims = {
  iss: 'https://issuer.example',
  sub: 's1',
  aud: 'panel',
  email: 'repairer-a@steward.example',
  email_verified: true,
};

async function setUp(change: (organisation: Organisation) => Organisation = (same) => same) {
  const ports = createMemoryPorts(0);
  const publish = (body: Organisation, expected: number) =>
    ports.documents.publish(
      'demo',
      { kind: 'organisation', id: 'main', body, author: 'system', at: 0, note: '' },
      expected,
    );
  await publish(change(directory.organisation), 0);
  const identify = createIdentifyCaller(ports, { company: 'demo', clients: ['panel', 'script'] });
  const refusal = (given: object | undefined) =>
    identify(given as typeof claims).then(
      () => 'taken',
      (error: UnknownMember) => error.why,
    );
  return { ports, publish, identify, refusal };
}

describe('identifying the caller', () => {
  test('matches a verified e-mail once, then issuer and subject', async () => {
    const { identify, ports } = await setUp();
    expect((await identify({ ...claims, email: 'Repairer-A@Steward.example' })).person.id).toBe('repairer-a');
    expect(await ports.members.bySubject('demo', claims.iss, 's1')).toBe('repairer-a');
    const { email: _email, ...access } = claims;
    expect((await identify(access)).person.id).toBe('repairer-a');
    expect((await identify({ ...claims, email: 'site-director@steward.example' })).person.id).toBe('repairer-a');
  });

  test.each([
    ['no claims', undefined, 'noClaims'],
    ['no subject', { ...claims, sub: undefined }, 'noClaims'],
    ['another client', { ...claims, aud: 'other' }, 'otherClient'],
    ['another audience beside our client id', { ...claims, aud: 'other', client_id: 'panel' }, 'otherClient'],
    ['an unverified e-mail', { ...claims, email_verified: 'false' }, 'noVerifiedEmail'],
    ['no e-mail', { ...claims, email: undefined }, 'noVerifiedEmail'],
    ['an e-mail of nobody', { ...claims, email: 'x@steward.example' }, 'noMember'],
    ['an access token that names its client', { ...claims, aud: undefined, client_id: 'script' }, 'taken'],
    ['several audiences as the gateway writes them', { ...claims, aud: '[other panel]' }, 'taken'],
    ['several audiences', { ...claims, aud: ['other', 'panel'], email_verified: 'true' }, 'taken'],
  ])('%s: %s', async (_name, given, expected) => {
    const { refusal } = await setUp();
    expect(await refusal(given)).toBe(expected);
  });

  test('a removed member is refused from the next request on, linked or not', async () => {
    const { refusal, publish } = await setUp();
    expect(await refusal(claims)).toBe('taken');
    const people = directory.organisation.people.map((one) => ({ ...one, active: one.id !== 'repairer-a' }));
    await publish({ ...directory.organisation, people }, 1);
    expect(await refusal(claims)).toBe('removed');
    expect(await refusal({ ...claims, sub: 's2' })).toBe('noMember');
  });

  test('a contractor is no caller, were they one of ours when they signed in first', async () => {
    const { refusal, publish, ports } = await setUp();
    const email = 'lift-mechanic@steward.example';
    expect(await refusal({ ...claims, sub: 's3', email })).toBe('contractor');
    expect(await ports.members.bySubject('demo', claims.iss, 's3')).toBeNull();
    expect(await refusal(claims)).toBe('taken');
    const people = directory.organisation.people.map((one) =>
      one.id === 'repairer-a' ? { ...one, role: 'contractor' as const, firm: 'Lifts & Co' } : one,
    );
    await publish({ ...directory.organisation, people }, 1);
    expect(await refusal(claims)).toBe('contractor');
  });

  test('an e-mail of two people is nobody’s', async () => {
    const { refusal } = await setUp((organisation) => ({
      ...organisation,
      people: organisation.people.map((one) => (one.id === 'gardener' ? { ...one, email: claims.email } : one)),
    }));
    expect(await refusal(claims)).toBe('noMember');
  });
});

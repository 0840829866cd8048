import { Bucket } from 'aws-cdk-lib/aws-s3';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { china, ordinary, type Synthesised, synthesise } from './synthesised.ts';

let made: Synthesised;
let inChina: Synthesised;
beforeAll(() => {
  made = synthesise(ordinary);
  inChina = synthesise(china);
});

describe('the whole deployment', () => {
  it('fails to synthesise on a finding of a rule pack', () => {
    // The report goes to the console; what it says is in the error too.
    const spies = [
      vi.spyOn(console, 'error').mockImplementation(() => {}),
      vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
    ];
    try {
      const careless = () => synthesise(ordinary, ({ data }) => new Bucket(data, 'Careless'));
      expect(careless).toThrow(/Data\/Careless\/Resource[\s\S]*AwsSolutions-S1\b/);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });

  it('synthesises twice to the same text', () => {
    expect(synthesise(ordinary).text === made.text).toBe(true);
  });

  it('has three stacks, none near the limit of a megabyte', () => {
    expect(made.sizes).toHaveLength(3);
    expect(Math.max(...made.sizes, ...inChina.sizes)).toBeLessThan(200_000);
  });

  it('never lets anybody scan', () => {
    const all = [...made.allowed, ...inChina.allowed].flatMap(({ actions }) => actions);
    expect(all.filter((action) => /^(dynamodb:)?(Scan|\*)|^dynamodb:PartiQL|^dynamodb:\*/.test(action))).toEqual([]);
  });

  it('allows nothing on "*" but tracing, the delivery of logs, and what aws-cdk-lib deploys with', () => {
    const wide = made.allowed.filter(({ resources }) => resources.includes('"*"')).flatMap(({ actions }) => actions);
    expect(wide.filter((action) => !/^(xray|logs):/.test(action))).toEqual([]);
  });

  it('uses no wildcard in a resource but for photos, copies of the log, one-time schedules and what deploys', () => {
    const stars = made.allowed.filter(({ resources }) => resources.includes('*') && !resources.includes('"*"'));
    const where = stars.map(({ policy, resources }) => {
      if (/"\/(incoming|kept)\/\*"/.test(resources)) return 'photos';
      if (/AuditCopies\w+"\},"\/\*"/.test(resources)) return 'copies';
      if (resources.includes(':schedule/steward/*"')) return 'schedules';
      if (/^\[?\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["Functionsbootstrap\w+","Arn"\]\},":\*"\]\]\}/.test(resources))
        return 'versions of bootstrap';
      return policy.startsWith('CustomCDKBucketDeployment') ? 'panel' : `${policy} ${resources}`;
    });
    expect([...new Set(where)].sort()).toEqual(['copies', 'panel', 'photos', 'schedules', 'versions of bootstrap']);
  });

  it('refuses to be deployed with the example settings', () => {
    const example = synthesise({ ...ordinary, publicUrl: 'https://steward.example.com' });
    for (const template of [example.data, example.backend, example.panel])
      expect(template?.toJSON().Rules.ExampleSettings.Assertions[0].AssertDescription).toMatch(/example settings/);
    expect(made.data.toJSON().Rules?.ExampleSettings).toBeUndefined();
  });
});

describe('in a China region', () => {
  it('uses neither SES nor Cognito', () => {
    expect(/cognito/i.exec(inChina.text)?.[0]).toBeUndefined();
    expect(/AWS::SES|"ses:|amazonses|ses\.amazonaws/.exec(inChina.text)?.[0]).toBeUndefined();
  });
  it('names no other partition', () => {
    expect(/arn:aws:.{0,80}/.exec(inChina.text)?.[0]).toBeUndefined();
    expect(inChina.text.includes('arn:aws-cn:')).toBe(true);
  });
  it('has no CloudFront', () => {
    expect(inChina.panel).toBeUndefined();
    expect(inChina.text.includes('AWS::CloudFront')).toBe(false);
  });
  it('takes mail by SMTP with a password from a secret', () => {
    const readers = inChina.allowed.filter(({ resources }) => resources.includes(china.smtpSecretArn));
    expect(readers.map(({ policy }) => /^Functions([a-z]+)Role/.exec(policy)?.[1]).sort()).toEqual([
      'dispatch',
      'sweep',
    ]);
  });
});

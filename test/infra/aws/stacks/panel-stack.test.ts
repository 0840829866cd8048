import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { ordinary, synthesise } from '../synthesised.ts';

let own: Template;
let plain: Template;
beforeAll(() => {
  const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
  const templates = [synthesise(ordinary).panel, synthesise({ ...ordinary, certificateArn }).panel];
  const [first, second] = templates;
  if (!first || !second) throw new Error('There is no panel stack.');
  [plain, own] = [first, second];
});
const distribution = (config: unknown) =>
  plain.hasResourceProperties('AWS::CloudFront::Distribution', { DistributionConfig: config });

describe('the panel behind CloudFront', () => {
  it('lies in a private bucket that CloudFront reads by its own signature', () => {
    plain.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: Match.objectLike({ SigningBehavior: 'always', OriginAccessControlOriginType: 's3' }),
    });
    plain.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: Match.objectLike({ BlockPublicPolicy: true, RestrictPublicBuckets: true }),
    });
  });
  it.each(['/api/*', '/a/*', '/report/*', '/r/*', '/e/*', '/calendar/*'])(
    'leads %s to the HTTP API, uncached and over TLS',
    (PathPattern) =>
      distribution({
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({
            PathPattern,
            ViewerProtocolPolicy: 'https-only',
            CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
            AllowedMethods: Match.arrayWith(['PUT', 'POST', 'DELETE']),
          }),
        ]),
      }),
  );
  it('tells the residents’ function, and it alone, whom it answers, with a secret only CloudFront has', () => {
    const { DistributionConfig } =
      Object.values(plain.findResources('AWS::CloudFront::Distribution'))[0]?.Properties ?? {};
    const origin = (pattern: string) => {
      const { TargetOriginId } = DistributionConfig.CacheBehaviors.find(
        ({ PathPattern }: { PathPattern: string }) => PathPattern === pattern,
      );
      return DistributionConfig.Origins.find(({ Id }: { Id: string }) => Id === TargetOriginId);
    };
    for (const path of ['/report/*', '/r/*', '/e/*', '/calendar/*']) {
      const [header] = origin(path).OriginCustomHeaders;
      expect(header.HeaderName).toBe('x-steward-edge');
      expect(JSON.stringify(header.HeaderValue)).toContain('{{resolve:secretsmanager:');
    }
    for (const path of ['/api/*', '/a/*']) expect(origin(path).OriginCustomHeaders).toBeUndefined();
    plain.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: Match.objectLike({
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: ['Accept-Language', 'Content-Type', 'CloudFront-Viewer-Address'],
        },
        CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['patrol'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      }),
    });
  });
  it('sends plain HTTP on to TLS', () =>
    distribution({ DefaultCacheBehavior: Match.objectLike({ ViewerProtocolPolicy: 'redirect-to-https' }) }));
  it('allows no script but its own and nobody to frame it', () =>
    plain.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: Match.objectLike({
          ContentSecurityPolicy: {
            ContentSecurityPolicy: {
              'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp("script-src 'self'; .*")])],
            },
            Override: true,
          },
          FrameOptions: { FrameOption: 'DENY', Override: true },
        }),
      },
    }));
  it('answers every address without a file extension with its one page', () => {
    const code = Object.values(plain.findResources('AWS::CloudFront::Function'))[0]?.Properties.FunctionCode;
    const rewrite = new Function('uri', `${code}; return handler({ request: { uri } }).uri;`);
    expect(['/', '/complaints/EL-261123-007', '/assets/app-1.js', '/config.json'].map((uri) => rewrite(uri))).toEqual([
      '/index.html',
      '/index.html',
      '/assets/app-1.js',
      '/config.json',
    ]);
  });
  it('keeps files with a hash in their name for ever and asks for the others anew', () => {
    const deployments = Object.values(plain.findResources('Custom::CDKBucketDeployment')).map(
      ({ Properties }) => Properties,
    );
    expect(deployments.map(({ SystemMetadata }) => SystemMetadata['cache-control'])).toEqual([
      'public, max-age=31536000, immutable',
      'no-cache',
    ]);
  });
  it('leaves files of earlier deployments to tabs that are still open', () =>
    plain.allResourcesProperties('Custom::CDKBucketDeployment', { Prune: false }));
  it('puts the page and config.json there after what they name', () => {
    const pages = Object.values(plain.findResources('Custom::CDKBucketDeployment')).find(
      ({ Properties }) => Properties.SourceObjectKeys.length === 2,
    );
    expect(pages?.DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^FilesAssetsCustomResource/)]));
  });
  it('answers under its own name where there is a certificate', () =>
    own.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['steward.acme.test'],
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
      },
    }));
  it('tells where to point the name', () => plain.hasOutput('SiteHost', {}));
});

import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { accept } from '#aws/accept';
import { EDGE_HEADER } from '#http/client-address';
import { patrolCookieName } from '#http/patrol-cookie';
import { HSTS_SECONDS } from '../panel/headers.ts';

export interface PanelSiteProps {
  readonly publicUrl: string;
  /** Certificate of us-east-1 for the host of publicUrl. @default CloudFront's own address and certificate */
  readonly certificateArn?: string;
  /** Host of the HTTP API; /api, /a, /report, /r, /e and /calendar of the site lead there. */
  readonly apiHost: string;
  /** Sent along to the residents' function, which believes our CloudFront only. */
  readonly edgeSecret: ISecret;
  readonly contentSecurityPolicy: string;
  readonly accessLogs: IBucket;
}

/** The panel's private bucket behind CloudFront, and the API under the same origin: one address for everything. */
export class PanelSite extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: PanelSiteProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'panel/',
      // Holds nothing but what a deployment puts there again.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const pages = new CloudFrontFunction(this, 'Pages', {
      comment: 'Every address without a file extension is the one page of the panel',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(
        "function handler(event){var r=event.request;if(r.uri.slice(r.uri.lastIndexOf('/')).indexOf('.')<0){r.uri='/index.html'}return r}",
      ),
    });
    const tls = { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY, originSslProtocols: [OriginSslPolicy.TLS_V1_2] };
    const origin = new HttpOrigin(props.apiHost, tls);
    // Answers of the API bring their own headers; nothing of them is cached.
    const behind: BehaviorOptions = {
      origin,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    };
    // Whoever writes headers of these names, CloudFront sets them anew.
    const residents: BehaviorOptions = {
      ...behind,
      origin: new HttpOrigin(props.apiHost, {
        ...tls,
        customHeaders: { [EDGE_HEADER]: props.edgeSecret.secretValueFromJson('secret').unsafeUnwrap() },
      }),
      originRequestPolicy: new OriginRequestPolicy(this, 'Viewer', {
        comment: 'Residents’ pages: the address of the viewer, as CloudFront saw it',
        headerBehavior: OriginRequestHeaderBehavior.allowList(
          'Accept-Language',
          'Content-Type',
          'CloudFront-Viewer-Address',
        ),
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
        cookieBehavior: OriginRequestCookieBehavior.allowList(patrolCookieName),
      }),
    };
    const { certificateArn } = props;
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Steward ${props.publicUrl}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(certificateArn && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [new URL(props.publicUrl).hostname],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.headers(props.contentSecurityPolicy),
        functionAssociations: [{ function: pages, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/api/*': behind,
        '/a/*': behind,
        '/report/*': residents,
        '/r/*': residents,
        '/e/*': residents,
        '/calendar/*': residents,
      },
    });
    accept(
      this.distribution,
      'Staff and residents open links from wherever they are; a company that wants a border sets one.',
      'AwsSolutions-CFR1',
    );
    accept(
      this.distribution,
      'The HTTP API throttles and every action needs a token or a signed link; a web ACL costs more than a small site and can be attached.',
      'AwsSolutions-CFR2',
    );
    accept(
      this.distribution,
      'Request logs would keep action links, which are capabilities; the API logs its requests without paths.',
      'AwsSolutions-CFR3',
    );
    if (!certificateArn)
      accept(
        this.distribution,
        'Without a certificate the site has its cloudfront.net name, whose TLS version CloudFront sets; give certificateArn for TLS 1.2 and your own name.',
        'AwsSolutions-CFR4',
      );
  }

  private headers(contentSecurityPolicy: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Security headers of the panel',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }
}

import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag on one construct (and below), each with its reason. `rules` are full finding ids, such as
 * `AwsSolutions-IAM5[Resource::*]`: what is not named here still fails the synth.
 */
export const accept = (scope: IConstruct, reason: string, ...rules: string[]): void => {
  Validations.of(scope).acknowledge(...rules.map((id) => ({ id, reason })));
};

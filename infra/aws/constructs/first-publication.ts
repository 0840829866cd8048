import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import type { StewardFunction } from './steward-function.ts';

/**
 * Runs `bootstrap` at the end of each deployment that changed the code or its environment: it publishes company,
 * calendar, default workflow and first administrator where there are none, and never overwrites. A failure fails the deployment.
 */
export class FirstPublication extends Construct {
  constructor(scope: Construct, id: string, { bootstrap }: { readonly bootstrap: StewardFunction }) {
    super(scope, id);
    const trigger = new Trigger(this, 'Run', { handler: bootstrap });
    // The role's rights are resources of their own: without waiting for them the first run would be refused.
    trigger.executeAfter(bootstrap, bootstrap.roleConstruct);
  }
}

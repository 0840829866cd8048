import type { Asset } from '#domain/asset';
import { epochDay } from '#domain/civil-date';
import { grouped } from '#domain/grouped';
import type { Text } from '#domain/text';
import { type Instant, instantAt, instantOfDay } from '#domain/time';
import { dayWords } from '#domain/words';
import type { Ports } from '#ports';
import { everyRow } from '../every-row.ts';
import type { LoadDirectory } from '../load-directory.ts';
import type { OrderRequest, Orders } from '../orders/open-order.ts';
import { siteOf } from '../site-access.ts';
import { prepareTogether } from './open-together.ts';

type RenewPorts = Pick<Ports, 'assets' | 'clock' | 'logger' | 'metrics'> & { loadDirectory: LoadDirectory };

/** What orders of a renewal are planned by: no plan of the site's. */
export const RENEWAL = 'certificate-renewal';
const name: Text = { 'zh-CN': '证书到期换证', en: 'Certificate renewal' };
const work = (until: Instant): Text => ({
  'zh-CN': `证书将于 ${dayWords(until, 'UTC', 'zh-CN')}到期：请在此之前完成检验，并在设备台账中更新证书有效期。`,
  en: `The certificate runs out on ${dayWords(until, 'UTC', 'en')}: have the facility inspected before then and enter the new date in the register.`,
});

/** Orders the renewal of certificates that run out soon (电梯年检), once for each date; whoever calls, and how often. */
export const createRenewCertificates = (ports: RenewPorts, opening: Orders) => {
  const { assets, clock, logger, metrics, loadDirectory } = ports;

  const dueBySite = async (): Promise<Map<string, Asset[]>> => {
    const due: Asset[] = [];
    for await (const { company, id } of everyRow((page) => assets.renewals(clock.now(), page))) {
      const asset = await assets.get(company, id);
      if (asset?.certificateUntil) due.push(asset);
    }
    return grouped(due, ({ company, site }) => `${company}/${site}`);
  };

  const requestFor = ({ company, site, id, certificateUntil: until }: Asset, zone: string, language: keyof Text) =>
    until === null
      ? []
      : [
          {
            ...{ company, site, assets: [id], takenBy: null, checklist: null },
            key: `certificate/${site}/${id}/${until}`,
            work: work(instantAt(until, '12:00', 'UTC'))[language],
            plan: {
              id: RENEWAL,
              occurrence: until,
              name,
              date: until,
              until: instantOfDay(epochDay(until) + 1, 0, zone),
            },
          } satisfies OrderRequest,
        ];

  const failed = (company: string, site: string, error: unknown): void => {
    logger.error('A certificate could not be renewed', { company, site, error: String(error) });
    metrics.count('SweepFailed', 1);
  };
  const renewAt = async (company: string, site: string, due: readonly Asset[]): Promise<number> => {
    const { zone, language } = siteOf(site, (await loadDirectory(company)).directory);
    const requests = due.flatMap((asset) => requestFor(asset, zone, language));
    const ready = await prepareTogether(opening, requests);
    let opened = 0;
    for (const [n, { key, assets: of, plan }] of requests.entries()) {
      const one = ready[n];
      try {
        if (!one || 'error' in one) throw one?.error;
        if ((await opening.commit(one.order, { key })).opened) opened += 1;
        for (const id of of) await assets.renewing(company, id, plan.occurrence);
      } catch (error) {
        failed(company, site, error);
      }
    }
    return opened;
  };

  /** @returns orders opened */
  return async (): Promise<number> => {
    let opened = 0;
    for (const due of (await dueBySite()).values()) {
      const [{ company, site } = { company: '', site: '' }] = due;
      try {
        opened += await renewAt(company, site, due);
      } catch (error) {
        failed(company, site, error);
      }
    }
    return opened;
  };
};
export type RenewCertificates = ReturnType<typeof createRenewCertificates>;

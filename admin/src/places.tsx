import {
  ApartmentOutlined,
  AuditOutlined,
  BuildOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  CoffeeOutlined,
  CommentOutlined,
  ContactsOutlined,
  FileAddOutlined,
  FolderOpenOutlined,
  FontSizeOutlined,
  FormOutlined,
  GiftOutlined,
  HeartOutlined,
  HomeOutlined,
  InboxOutlined,
  LineChartOutlined,
  LinkOutlined,
  MailOutlined,
  MoonOutlined,
  NodeIndexOutlined,
  NotificationOutlined,
  PartitionOutlined,
  ProfileOutlined,
  QrcodeOutlined,
  ReadOutlined,
  RiseOutlined,
  ScheduleOutlined,
  SmileOutlined,
  TeamOutlined,
  ToolOutlined,
  UnorderedListOutlined,
  UserDeleteOutlined,
} from '@ant-design/icons';
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import type { Operation } from '#domain/permission';
import { type Key, loadFeature } from './i18n/language.ts';

type PageModule = Promise<{ default: ComponentType }>;

/** In the order they stand in the navigation. */
export const placeGroups = ['daily', 'maintenance', 'residents', 'records', 'settings'] as const;
export type PlaceGroup = (typeof placeGroups)[number];

export interface Place {
  /** As react-router has it, below "/". */
  path: string;
  page: LazyExoticComponent<ComponentType>;
  /** What the reader must be allowed somewhere, where it has no place in the navigation. @default nothing */
  needs?: Operation;
  /** Drawn without header and navigation: for paper. */
  bare?: true;
  /** Left out: reached from another page only. */
  nav?: {
    group: PlaceGroup;
    label: Key;
    icon: ReactNode;
    /** What the reader must be allowed somewhere. @default nothing */
    needs?: Operation;
    /** Another place lies below this path. */
    exact?: boolean;
  };
}

/** A page whose words come with it, from `features/<feature>/words.<language>.json` of one or several features. */
export const featurePage = (features: string | readonly string[], load: () => PageModule) =>
  lazy(async () => {
    const [module] = await Promise.all([load(), ...[features].flat().map(loadFeature)]);
    return module;
  });

const plansWords = ['document', 'organisation', 'assets', 'maintenance', 'plans'];

/** Every page of the panel, loaded when it is first opened, and its place in the navigation. */
export const places: readonly Place[] = [
  {
    path: 'home',
    page: featurePage(
      ['document', 'ladder', 'coverage', 'orders', 'overview'],
      () => import('./features/overview/home-page.tsx'),
    ),
    nav: { group: 'daily', label: 'nav.home', icon: <HomeOutlined />, needs: 'item.list' },
  },
  {
    path: 'work',
    page: lazy(() => import('./features/work/work-page.tsx')),
    nav: { group: 'daily', label: 'nav.work', icon: <InboxOutlined /> },
  },
  {
    path: 'complaints',
    page: featurePage('incidents', () => import('./features/complaints/complaints-page.tsx')),
    nav: {
      group: 'daily',
      label: 'nav.complaints',
      icon: <UnorderedListOutlined />,
      needs: 'item.list',
      exact: true,
    },
  },
  {
    path: 'complaints/new',
    page: featurePage('intake', () => import('./features/intake/new-complaint-page.tsx')),
    nav: { group: 'daily', label: 'nav.new', icon: <FileAddOutlined />, needs: 'item.file' },
  },
  { path: 'complaints/:id', page: lazy(() => import('./features/complaint/complaint-page.tsx')) },
  {
    path: 'complaints/:id/form',
    page: featurePage('archive', () => import('./features/archive/form-page.tsx')),
    bare: true,
  },
  {
    path: 'archive',
    page: featurePage(['archive', 'intake'], () => import('./features/archive/archive-page.tsx')),
    nav: { group: 'records', label: 'nav.archive', icon: <FolderOpenOutlined />, needs: 'item.list' },
  },
  { path: 'search', page: lazy(() => import('./features/search/search-page.tsx')) },
  {
    path: 'incidents',
    page: featurePage('incidents', () => import('./features/incidents/incidents-page.tsx')),
    nav: { group: 'daily', label: 'nav.incidents', icon: <LinkOutlined />, needs: 'incident.read' },
  },
  {
    path: 'incidents/:id',
    needs: 'incident.read',
    page: featurePage('incidents', () => import('./features/incidents/incident-page.tsx')),
  },
  {
    path: 'households',
    page: featurePage('households', () => import('./features/households/households-page.tsx')),
    nav: { group: 'residents', label: 'nav.households', icon: <ContactsOutlined />, needs: 'household.read' },
  },
  {
    path: 'households/:id',
    needs: 'household.read',
    page: featurePage(['households', 'care'], () => import('./features/households/household-page.tsx')),
  },
  {
    path: 'care',
    page: featurePage('care', () => import('./features/care/care-page.tsx')),
    nav: { group: 'residents', label: 'nav.care', icon: <HeartOutlined />, needs: 'care.read', exact: true },
  },
  {
    path: 'care/events',
    page: featurePage('care', () => import('./features/care/events-page.tsx')),
    nav: { group: 'residents', label: 'nav.events', icon: <NotificationOutlined />, needs: 'care.readEvents' },
  },
  {
    path: 'care/events/:id',
    needs: 'care.readEvents',
    page: featurePage('care', () => import('./features/care/event-page.tsx')),
  },
  {
    path: 'assets',
    page: featurePage('assets', () => import('./features/assets/assets-page.tsx')),
    nav: { group: 'maintenance', label: 'nav.assets', icon: <BuildOutlined />, needs: 'asset.read', exact: true },
  },
  {
    path: 'assets/labels',
    needs: 'asset.read',
    page: featurePage('assets', () => import('./features/assets/labels-page.tsx')),
  },
  {
    path: 'assets/import',
    needs: 'asset.write',
    page: featurePage('import', () => import('./features/import/asset-import-page.tsx')),
  },
  {
    path: 'assets/label/:code',
    needs: 'asset.read',
    page: featurePage(['assets', 'plans', 'orders'], () => import('./features/assets/asset-page.tsx')),
  },
  {
    path: 'assets/:id',
    needs: 'asset.read',
    page: featurePage(['assets', 'plans', 'orders'], () => import('./features/assets/asset-page.tsx')),
  },
  {
    path: 'orders',
    page: featurePage('orders', () => import('./features/orders/orders-page.tsx')),
    nav: { group: 'maintenance', label: 'nav.orders', icon: <ProfileOutlined />, needs: 'item.list' },
  },
  {
    path: 'orders/rates',
    needs: 'item.list',
    page: featurePage(['orders', 'assets'], () => import('./features/orders/rates-page.tsx')),
  },
  {
    path: 'orders/:id',
    page: featurePage(['orders', 'maintenance'], () => import('./features/orders/order-page.tsx')),
  },
  {
    path: 'plans',
    page: featurePage([...plansWords, 'ladder'], () => import('./features/plans/plans-page.tsx')),
    nav: { group: 'maintenance', label: 'nav.plans', icon: <CarryOutOutlined />, needs: 'document.read', exact: true },
  },
  {
    path: 'plans/year',
    needs: 'document.read',
    page: featurePage(plansWords, () => import('./features/plans/year-page.tsx')),
  },
  {
    path: 'plans/:site/:id',
    needs: 'document.read',
    page: featurePage(plansWords, () => import('./features/plans/plan-page.tsx')),
  },
  {
    path: 'patrols',
    page: featurePage(
      ['document', 'organisation', 'ladder', 'patrols'],
      () => import('./features/patrols/patrols-page.tsx'),
    ),
    nav: { group: 'maintenance', label: 'nav.patrols', icon: <MoonOutlined />, needs: 'item.list', exact: true },
  },
  {
    path: 'patrols/labels',
    needs: 'asset.write',
    page: featurePage('patrols', () => import('./features/patrols/labels-page.tsx')),
  },
  {
    path: 'patrols/:id',
    needs: 'item.list',
    page: featurePage('patrols', () => import('./features/patrols/night-page.tsx')),
  },
  {
    path: 'deliveries',
    page: featurePage('deliveries', () => import('./features/deliveries/deliveries-page.tsx')),
    nav: { group: 'records', label: 'nav.deliveries', icon: <MailOutlined />, needs: 'delivery.read' },
  },
  {
    path: 'coverage',
    needs: 'document.read',
    page: featurePage(['ladder', 'coverage'], () => import('./features/coverage/coverage-page.tsx')),
  },
  {
    path: 'audit',
    page: featurePage(['document', 'audit'], () => import('./features/audit/audit-page.tsx')),
    nav: { group: 'records', label: 'nav.audit', icon: <AuditOutlined />, needs: 'audit.read' },
  },
  {
    path: 'organisation',
    page: featurePage(['document', 'organisation'], () => import('./features/organisation/organisation-page.tsx')),
    nav: { group: 'settings', label: 'nav.organisation', icon: <ApartmentOutlined />, needs: 'document.read' },
  },
  {
    path: 'staff',
    page: featurePage(['document', 'organisation', 'staff'], () => import('./features/staff/staff-page.tsx')),
    nav: { group: 'settings', label: 'nav.staff', icon: <TeamOutlined />, needs: 'document.read' },
  },
  {
    path: 'rosters',
    page: featurePage(['document', 'organisation', 'rosters'], () => import('./features/rosters/rosters-page.tsx')),
    nav: { group: 'daily', label: 'nav.rosters', icon: <ScheduleOutlined /> },
  },
  {
    path: 'absences',
    page: featurePage(['document', 'organisation', 'absences'], () => import('./features/absences/absences-page.tsx')),
    nav: { group: 'settings', label: 'nav.absences', icon: <CoffeeOutlined />, needs: 'document.read' },
  },
  {
    path: 'calendars',
    page: featurePage(['document', 'calendars'], () => import('./features/calendars/calendars-page.tsx')),
    nav: { group: 'settings', label: 'nav.calendars', icon: <CalendarOutlined />, needs: 'document.read' },
  },
  {
    path: 'calendars/:id',
    needs: 'document.read',
    page: featurePage(['document', 'calendars'], () => import('./features/calendars/calendar-page.tsx')),
  },
  {
    path: 'households/import',
    needs: 'household.import',
    page: featurePage('import', () => import('./features/import/household-import-page.tsx')),
  },
  {
    path: 'staff/import',
    needs: 'staff.import',
    page: featurePage('import', () => import('./features/import/staff-import-page.tsx')),
  },
  {
    path: 'routing',
    page: featurePage(
      ['document', 'organisation', 'condition', 'overrides', 'routing'],
      () => import('./features/routing/routing-page.tsx'),
    ),
    nav: { group: 'settings', label: 'nav.routing', icon: <PartitionOutlined />, needs: 'document.read' },
  },
  {
    path: 'maintenance',
    page: featurePage(
      ['document', 'organisation', 'condition', 'overrides', 'routing', 'maintenance'],
      () => import('./features/maintenance/maintenance-page.tsx'),
    ),
    nav: { group: 'settings', label: 'nav.maintenance', icon: <ToolOutlined />, needs: 'document.read' },
  },
  {
    path: 'visits',
    page: featurePage(['visits', 'plans'], () => import('./features/visits/visits-page.tsx')),
    nav: { group: 'residents', label: 'nav.visits', icon: <CommentOutlined /> },
  },
  {
    path: 'learned',
    page: featurePage('learned', () => import('./features/learned/learned-page.tsx')),
    nav: { group: 'residents', label: 'nav.learned', icon: <LineChartOutlined />, needs: 'item.list' },
  },
  { path: 'visits/:id', page: featurePage('visits', () => import('./features/complaint/complaint-page.tsx')) },
  {
    path: 'recoveries',
    page: featurePage('care', () => import('./features/care/recoveries-page.tsx')),
    nav: { group: 'residents', label: 'nav.recoveries', icon: <GiftOutlined />, needs: 'recovery.read' },
  },
  {
    path: 'visit-rules',
    page: featurePage(
      ['document', 'organisation', 'condition', 'overrides', 'ladder', 'forms', 'maintenance', 'visits'],
      () => import('./features/visits/visit-rules-page.tsx'),
    ),
    nav: { group: 'settings', label: 'nav.visitRules', icon: <SmileOutlined />, needs: 'document.read' },
  },
  {
    path: 'improvements',
    page: featurePage('improvements', () => import('./features/improvements/improvements-page.tsx')),
    nav: { group: 'residents', label: 'nav.improvements', icon: <RiseOutlined />, needs: 'improvement.read' },
  },
  {
    path: 'improvements/:id',
    page: featurePage('improvements', () => import('./features/improvements/improvement-page.tsx')),
  },
  {
    path: 'sharing',
    page: featurePage(['improvements', 'sharing'], () => import('./features/sharing/sharing-page.tsx')),
    nav: { group: 'residents', label: 'nav.sharing', icon: <ReadOutlined />, needs: 'sharing.read' },
  },
  {
    path: 'care-rules',
    page: featurePage(
      ['document', 'organisation', 'overrides', 'forms', 'care'],
      () => import('./features/care/care-rules-page.tsx'),
    ),
    nav: { group: 'settings', label: 'nav.careRules', icon: <HeartOutlined />, needs: 'document.read' },
  },
  {
    path: 'exchange',
    needs: 'document.read',
    page: featurePage(['document', 'exchange'], () => import('./features/exchange/exchange-page.tsx')),
  },
  {
    path: 'workflows',
    page: featurePage(['document', 'workflows'], () => import('./features/workflows/workflows-page.tsx')),
    nav: { group: 'settings', label: 'nav.workflows', icon: <NodeIndexOutlined />, needs: 'document.read' },
  },
  {
    path: 'workflow-gallery',
    page: featurePage(['document', 'ladder', 'gallery'], () => import('./features/gallery/gallery-page.tsx')),
  },
  {
    path: 'workflows/:id',
    page: featurePage(
      ['document', 'organisation', 'condition', 'ladder', 'overrides', 'impact', 'workflows'],
      () => import('./features/workflows/workflow-page.tsx'),
    ),
  },
  {
    path: 'forms',
    page: featurePage(
      ['document', 'overrides', 'organisation', 'forms'],
      () => import('./features/forms/forms-page.tsx'),
    ),
    nav: { group: 'settings', label: 'nav.forms', icon: <FormOutlined />, needs: 'document.read' },
  },
  {
    path: 'templates',
    page: featurePage(
      ['document', 'overrides', 'organisation', 'templates'],
      () => import('./features/templates/templates-page.tsx'),
    ),
    nav: { group: 'settings', label: 'nav.templates', icon: <FontSizeOutlined />, needs: 'document.read' },
  },
  {
    path: 'workflows/:id/simulate',
    page: featurePage(['document', 'organisation', 'simulate'], () => import('./features/simulate/simulate-page.tsx')),
  },
  {
    path: 'leaver',
    page: featurePage('leaver', () => import('./features/leaver/leaver-page.tsx')),
    nav: { group: 'settings', label: 'nav.leaver', icon: <UserDeleteOutlined />, needs: 'document.publish' },
  },
  {
    path: 'notices',
    page: featurePage('notice', () => import('./features/notice/notices-page.tsx')),
    nav: { group: 'settings', label: 'nav.notices', icon: <QrcodeOutlined />, needs: 'notice.read' },
  },
  {
    path: 'buildings/:id/notice',
    needs: 'notice.read',
    page: featurePage('notice', () => import('./features/notice/notice-page.tsx')),
  },
  { path: 'more', page: lazy(() => import('./features/shell/more-page.tsx')) },
  { path: '*', page: lazy(() => import('./features/shell/not-found.tsx')) },
];

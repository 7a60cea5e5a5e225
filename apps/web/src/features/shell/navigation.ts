import type { Permission, Role } from '../../shared/api/wire';
import type { PlainMessageKey } from '../../shared/i18n/catalogue';
import type { IconName } from '../../shared/ui/icon';

/** One place of the menu. */
export interface NavigationItem {
  readonly to:
    | '/'
    | '/tenders'
    | '/enterprises'
    | '/work'
    | '/work/account'
    | '/work/acts'
    | '/work/bids'
    | '/work/calendar'
    | '/work/consortia'
    | '/work/complaints'
    | '/work/contracts'
    | '/work/draws'
    | '/work/enterprise'
    | '/work/enterprise-import'
    | '/work/deliveries'
    | '/work/evaluations'
    | '/work/expert'
    | '/work/experts'
    | '/work/expert-import'
    | '/work/inbox'
    | '/work/invitations'
    | '/work/letters'
    | '/work/panels'
    | '/work/pools'
    | '/work/keys'
    | '/work/orders'
    | '/work/organisations'
    | '/work/people'
    | '/work/procedures'
    | '/work/projects'
    | '/work/queue/projects'
    | '/work/simulator'
    | '/work/tenders'
    | '/work/queue/enterprises'
    | '/work/securities'
    | '/work/deposit-terms'
    | '/work/sign-ups';
  readonly label: PlainMessageKey;
  readonly icon: IconName;
  /** The heading it stands under; items without one come first. */
  readonly group?: PlainMessageKey;
  /** Only for people acting in one of these roles. */
  readonly roles?: readonly Role[];
  /** Only for people who hold this permission. */
  readonly permission?: Permission;
}

/** The portal's main menu, in order. */
export const PUBLIC_NAVIGATION = [
  { to: '/', label: 'nav.home' },
  { to: '/tenders', label: 'nav.tenders' },
  { to: '/enterprises', label: 'nav.firms' },
] as const;

/** Every place of the workspaces, in order. A new page adds its line here and nowhere else. */
export const WORK_NAVIGATION: readonly NavigationItem[] = [
  { to: '/work', label: 'nav.dashboard', icon: 'home' },
  { to: '/tenders', label: 'nav.tenders', icon: 'list' },
  { to: '/work/bids', label: 'nav.myBids', icon: 'lock', permission: 'bid.submit' },
  { to: '/work/sign-ups', label: 'nav.mySignUps', icon: 'pencil', permission: 'sign_up.make' },
  { to: '/work/consortia', label: 'nav.consortia', icon: 'people', permission: 'sign_up.make' },
  { to: '/work/projects', label: 'nav.projects', icon: 'box', permission: 'project.edit' },
  { to: '/work/tenders', label: 'nav.myTenders', icon: 'pencil', permission: 'tender.edit' },
  { to: '/work/simulator', label: 'nav.simulator', icon: 'chart', permission: 'tender.edit' },
  {
    to: '/work/queue/projects',
    label: 'nav.projectQueue',
    icon: 'box',
    permission: 'project.register',
  },
  {
    to: '/work/procedures',
    label: 'nav.procedures',
    icon: 'list',
    permission: 'procedure.keep',
  },
  { to: '/work/pools', label: 'nav.pools', icon: 'box', permission: 'pool.apply' },
  { to: '/work/pools', label: 'nav.pools', icon: 'box', permission: 'pool.read' },
  { to: '/work/experts', label: 'nav.experts', icon: 'people', permission: 'expert_pool.watch' },
  {
    to: '/work/expert-import',
    label: 'expert.importTitle',
    icon: 'upload',
    permission: 'expert_pool.keep',
  },
  { to: '/work/letters', label: 'nav.letters', icon: 'bell', permission: 'sign_up.make' },
  { to: '/work/complaints', label: 'nav.complaints', icon: 'scales', permission: 'complaint.read' },
  { to: '/work/contracts', label: 'nav.contracts', icon: 'pencil', permission: 'contract.read' },
  { to: '/work/orders', label: 'nav.orders', icon: 'box', permission: 'framework.read' },
  { to: '/work/invitations', label: 'nav.invitations', icon: 'phone', permission: 'panel.serve' },
  {
    to: '/work/evaluations',
    label: 'nav.evaluations',
    icon: 'scales',
    permission: 'evaluation.judge',
  },
  { to: '/work/expert', label: 'nav.myExpert', icon: 'document', permission: 'expert_pool.apply' },
  { to: '/work/panels', label: 'nav.panels', icon: 'people', permission: 'panel.operate' },
  { to: '/work/draws', label: 'nav.draws', icon: 'refresh', permission: 'draw.contribute' },
  { to: '/work/draws', label: 'nav.operatedDraws', icon: 'refresh', permission: 'draw.operate' },
  {
    to: '/work/securities',
    label: 'nav.securities',
    icon: 'list',
    permission: 'bid_security.keep',
  },
  { to: '/work/keys', label: 'nav.keys', icon: 'key', permission: 'key.hold' },
  {
    to: '/work/enterprise',
    label: 'nav.enterprise',
    icon: 'document',
    group: 'nav.group.enterprise',
    permission: 'enterprise.edit',
  },
  {
    to: '/work/queue/enterprises',
    label: 'nav.enterpriseQueue',
    icon: 'people',
    permission: 'enterprise.verify',
  },
  {
    to: '/work/enterprise-import',
    label: 'nav.enterpriseImport',
    icon: 'upload',
    permission: 'enterprise.import',
  },
  { to: '/enterprises', label: 'nav.firms', icon: 'people', permission: 'enterprise.suspend' },
  {
    to: '/work/organisations',
    label: 'nav.organisations',
    icon: 'hall',
    permission: 'organisation.manage',
  },
  { to: '/work/calendar', label: 'nav.calendar', icon: 'clock', permission: 'calendar.edit' },
  {
    to: '/work/deposit-terms',
    label: 'nav.depositTerms',
    icon: 'box',
    permission: 'deposit_terms.keep',
  },
  {
    to: '/work/deliveries',
    label: 'nav.deliveries',
    icon: 'forward',
    permission: 'delivery.read',
  },
  { to: '/work/people', label: 'nav.people', icon: 'people', permission: 'member.read' },
  { to: '/work/acts', label: 'nav.acts', icon: 'list', permission: 'administration.review' },
  { to: '/work/inbox', label: 'nav.inbox', icon: 'bell', group: 'nav.group.mine' },
  { to: '/work/account', label: 'nav.account', icon: 'person', group: 'nav.group.mine' },
];

/**
 * Whether somebody with these permissions may open an address: the place it leads to is the longest item it begins with,
 * and that may stand in the menu more than once, for several permissions.
 */
export function mayOpen(
  items: readonly NavigationItem[],
  path: string,
  permissions: readonly Permission[],
): boolean {
  const places = items.filter(({ to }) => path === to || path.startsWith(`${to}/`));
  const longest = Math.max(...places.map(({ to }) => to.length));
  const own = places.filter(({ to }) => to.length === longest);
  return (
    own.length === 0 ||
    own.some(({ permission }) => permission === undefined || permissions.includes(permission))
  );
}

/** A heading with its items. */
export interface NavigationGroup {
  readonly heading: PlainMessageKey | null;
  readonly items: readonly NavigationItem[];
}

/** What a person sees of the menu, by how he acts now. */
export function navigationFor(
  items: readonly NavigationItem[],
  role: Role | null,
  permissions: readonly Permission[],
): readonly NavigationGroup[] {
  const mine = items.filter(
    (item) =>
      (item.roles === undefined || (role !== null && item.roles.includes(role))) &&
      (item.permission === undefined || permissions.includes(item.permission)),
  );
  const headings = [...new Set(mine.map((item) => item.group ?? null))];
  return headings.map((heading) => ({
    heading,
    items: mine.filter((item) => (item.group ?? null) === heading),
  }));
}

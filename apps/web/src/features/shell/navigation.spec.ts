import type { Permission } from '../../shared/api/wire';
import { mayOpen, navigationFor, WORK_NAVIGATION, type NavigationItem } from './navigation';

const items: readonly NavigationItem[] = [
  { to: '/work', label: 'nav.dashboard', icon: 'home' },
  { to: '/tenders', label: 'nav.tenders', icon: 'list', roles: ['bidder'] },
  { to: '/work/account', label: 'nav.account', icon: 'person', group: 'nav.group.mine' },
  { to: '/', label: 'nav.home', icon: 'key', permission: 'audit.read' },
];
const places = (
  ...parameters: [Parameters<typeof navigationFor>[1], Parameters<typeof navigationFor>[2]]
) => navigationFor(items, ...parameters).map((group) => group.items.map((item) => item.to));

describe('navigationFor', () => {
  it('shows what the role and the permissions open', () => {
    expect(places('bidder', [])).toEqual([['/work', '/tenders'], ['/work/account']]);
    expect(places('supervisor', ['audit.read'])).toEqual([['/work', '/'], ['/work/account']]);
  });

  it('shows a person who acts for nobody his own pages only', () => {
    expect(places(null, [])).toEqual([['/work'], ['/work/account']]);
  });
});

describe('mayOpen', () => {
  const open = (path: string, ...permissions: Permission[]) =>
    mayOpen(WORK_NAVIGATION, path, permissions);

  it('asks for what the place in the menu asks for, on the pages below it too', () => {
    expect(open('/work/people', 'member.read')).toBe(true);
    expect(open('/work/people', 'member.manage')).toBe(false);
    expect(open('/work/panels/0197', 'panel.operate')).toBe(true);
    expect(open('/work/panels/0197')).toBe(false);
    expect(open('/work/queue/projects', 'project.edit')).toBe(false);
  });

  it('opens a place that stands there twice to both', () => {
    expect(open('/work/draws', 'draw.contribute')).toBe(true);
    expect(open('/work/draws', 'draw.operate')).toBe(true);
    expect(open('/work/pools/0197', 'pool.read')).toBe(true);
    expect(open('/work/pools', 'bid.submit')).toBe(false);
  });

  it('leaves open what is everybody’s', () => {
    expect([open('/work'), open('/work/account'), open('/work/peoples')]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

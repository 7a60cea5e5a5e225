import { navigationFor, permissionOf, WORK_NAVIGATION, type NavigationItem } from './navigation';

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

describe('permissionOf', () => {
  const wanted = (path: string) => permissionOf(WORK_NAVIGATION, path);

  it('asks for what the place in the menu asks for, on the pages below it too', () => {
    expect(wanted('/work/people')).toBe('member.read');
    expect(wanted('/work/panels/0197')).toBe('panel.operate');
    expect(wanted('/work/queue/projects')).toBe('project.register');
  });

  it('leaves open what is everybody’s', () => {
    expect([wanted('/work'), wanted('/work/account'), wanted('/work/peoples')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

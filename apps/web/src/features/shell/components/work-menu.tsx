import { Link } from '@tanstack/react-router';
import type { Session } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { navigationFor, WORK_NAVIGATION } from '../navigation';
import { Brand } from './brand';

/** The places of a workspace, by the role in which the person acts. */
export function WorkMenu({
  session,
  onFollow,
}: {
  readonly session: Session;
  readonly onFollow?: () => void;
}) {
  const t = useT();
  const groups = navigationFor(WORK_NAVIGATION, session.acting?.role ?? null, session.permissions);
  return (
    <>
      <Brand size={36} />
      <nav aria-label={t('shell.workNavigation')}>
        {groups.map((group) => (
          <div key={group.heading ?? 'first'}>
            {group.heading === null ? null : (
              <p className="work-menu__heading">{t(group.heading)}</p>
            )}
            <ul>
              {group.items.map((item) => (
                <li key={item.to}>
                  <Link
                    to={item.to}
                    className="work-link"
                    activeOptions={{ exact: true, includeSearch: false }}
                    activeProps={{ className: 'work-link--on', 'aria-current': 'page' }}
                    onClick={onFollow}
                  >
                    <Icon name={item.icon} />
                    {t(item.label)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  );
}

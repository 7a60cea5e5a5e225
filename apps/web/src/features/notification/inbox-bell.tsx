import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge } from 'antd';
import { useT } from '../../shared/i18n/i18n-context';
import { Icon } from '../../shared/ui/icon';
import { unread } from './queries';

/** The way to the inbox, with how many messages wait. */
export function InboxBell() {
  const t = useT();
  const { data } = useQuery(unread);
  const count = data?.unread ?? 0;
  return (
    <Link
      to="/work/inbox"
      className="work-bar__bell"
      aria-label={count === 0 ? t('inbox.title') : t('inbox.waiting', { count })}
    >
      <Badge count={count} size="small" overflowCount={99}>
        <Icon name="bell" />
      </Badge>
    </Link>
  );
}

import { Button } from 'antd';
import { useT } from '../i18n/i18n-context';

/** Fetches the next page of a list, where there is one. */
export function MoreRows({
  query,
}: {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}) {
  const t = useT();
  if (!query.hasNextPage) return null;
  return (
    <div className="card__body">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('administration.more')}
      </Button>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Opening, TenderDetail } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { QueryView } from '../../../shared/ui/query-view';
import { tender as tenderQuery } from '../../tender/queries';
import { HallView } from '../components/hall-view';
import { opening as openingQuery } from '../queries';

const route = getRouteApi('/public/halls/$openingId');

/** The opening hall: one page for spectators, bidders and the host; only the desk differs. */
export function HallPage() {
  const t = useT();
  const { openingId } = route.useParams();
  const opening = useQuery(openingQuery(openingId));
  return (
    <div className="page hall">
      <QueryView query={opening} what={t('hall.what')}>
        {(found) => <WithTender opening={found} />}
      </QueryView>
    </div>
  );
}

function WithTender({ opening }: { readonly opening: Opening }) {
  const t = useT();
  const tender = useQuery(tenderQuery(opening.tenderId));
  return (
    <QueryView query={tender} what={t('hall.what')}>
      {(found: TenderDetail) => <HallView opening={opening} tender={found} />}
    </QueryView>
  );
}

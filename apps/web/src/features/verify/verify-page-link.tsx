import { queryOptions, useQuery } from '@tanstack/react-query';
import { useT } from '../../shared/i18n/i18n-context';
import { Fingerprint } from '../../shared/ui/fingerprint';

const PAGE = '/verify.html';

/** The digest of the offline verifier as it is served, or null where it was not built. */
const pageDigest = queryOptions({
  queryKey: ['public', 'verify-page'],
  queryFn: async ({ signal }) => {
    const response = await fetch(`${PAGE}.sha256`, { signal });
    const text = response.ok ? await response.text() : '';
    return /^([0-9a-f]{64}) {2}verify\.html\n$/.exec(text)?.[1] ?? null;
  },
  staleTime: Infinity,
});

/** 离线核验页: one file to keep, with its fingerprint, for whoever would rather not trust this site's own button. */
export function VerifyPageLink({
  bundle,
  archive,
}: {
  readonly bundle: string;
  readonly archive: string;
}) {
  const t = useT();
  const { data: digest } = useQuery(pageDigest);
  if (!digest) return null;
  return (
    <div className="small verify__offline">
      <p className="muted">{t('verifyAll.offline')}</p>
      <p>
        <a href={bundle} download="bundle.json">
          {t('verifyAll.bundle')}
        </a>
        {' · '}
        <a href={archive} download>
          {t('verifyAll.archive')}
        </a>
        {' · '}
        <a href={PAGE} download="verify.html">
          {t('verifyAll.page')}
        </a>
      </p>
      <p className="muted">
        {t('verifyAll.pageDigest')} <Fingerprint digest={digest} />
      </p>
    </div>
  );
}

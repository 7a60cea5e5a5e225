import { Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useT } from '../i18n/i18n-context';
import './loading-note.css';

const STEPS = [200, 3_000, 10_000] as const;

/** How many of the three patience limits have passed since the component appeared. */
function usePatience(): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const timers = STEPS.map((delay, index) =>
      window.setTimeout(() => setPassed(index + 1), delay),
    );
    return () => timers.forEach((timer) => window.clearTimeout(timer));
  }, []);
  return passed;
}

interface LoadingNoteProps {
  /** What is being fetched, as the end of “正在取…”. */
  readonly what: string;
  readonly onRetry?: () => void;
  /** The skeleton, in the shape of what will come. */
  readonly children?: ReactNode;
}

/** Nothing for 200 ms, then the shape; after 3 s a sentence; after 10 s a way out. */
export function LoadingNote({ what, onRetry, children }: LoadingNoteProps) {
  const t = useT();
  const passed = usePatience();
  return (
    <div className="loading-note" aria-busy="true">
      <p className="reader-only" role="status">
        {passed >= 1 ? t('loading.what', { what }) : null}
      </p>
      {passed >= 1
        ? (children ?? <Skeleton active={false} title={false} paragraph={{ rows: 4 }} />)
        : null}
      {passed >= 2 ? (
        <p className="small muted loading-note__what">
          {t('loading.what', { what })}
          {passed >= 3 ? (
            <button
              type="button"
              className="link-button"
              onClick={onRetry ?? (() => window.location.reload())}
            >
              {t('loading.wayOut')}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

/** The shape of a page with a title and a card or two. */
export function PageSkeleton({ what }: { readonly what: string }) {
  return (
    <div className="page page-skeleton">
      <LoadingNote what={what}>
        <div className="stack">
          <Skeleton active={false} title={{ width: '46%' }} paragraph={{ rows: 1, width: '28%' }} />
          <div className="card card__body">
            <Skeleton active={false} title={false} paragraph={{ rows: 6 }} />
          </div>
        </div>
      </LoadingNote>
    </div>
  );
}

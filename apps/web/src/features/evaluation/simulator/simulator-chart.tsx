import type { MethodOutcome } from '@core/evaluation';
import { useT } from '../../../shared/i18n/i18n-context';
import { CHART, layoutOf } from './chart-layout';
import './simulator.css';

/** Prices across, scores up, the benchmark as a line. The table underneath says the same in figures. */
export function SimulatorChart({ outcome }: { readonly outcome: MethodOutcome }) {
  const t = useT();
  const layout = layoutOf(outcome.bids, outcome.benchmarkYuan);
  if (layout === null) return null;
  const { width, height, left, right, top, bottom } = CHART;
  return (
    <svg
      className="score-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('simulator.chart')}
    >
      {layout.scores.map(({ score, y }) => (
        <g key={score}>
          <line className="score-chart__grid" x1={left} x2={width - right} y1={y} y2={y} />
          <text className="score-chart__scale" x={left - 8} y={y + 4} textAnchor="end">
            {score}
          </text>
        </g>
      ))}
      {layout.benchmarkX === null ? null : (
        <g>
          <line
            className="score-chart__benchmark"
            x1={layout.benchmarkX}
            x2={layout.benchmarkX}
            y1={top - 8}
            y2={height - bottom}
          />
          <text
            className="score-chart__scale"
            x={layout.benchmarkX}
            y={height - 12}
            textAnchor={layout.benchmarkX > width / 2 ? 'end' : 'start'}
          >
            {t('simulator.benchmarkAt', { yuan: outcome.benchmarkYuan ?? '' })}
          </text>
        </g>
      )}
      {layout.points.map(({ bidId, x, y, rank }) => (
        <g key={bidId}>
          <circle
            className={rank === 1 ? 'score-chart__first' : 'score-chart__bid'}
            cx={x}
            cy={y}
            r={6}
          />
          <text className="score-chart__name" x={x} y={y - 10} textAnchor="middle">
            {bidId}
          </text>
        </g>
      ))}
    </svg>
  );
}

import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of this process. Labels carry route patterns, never ids. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'sunlit_http_request_seconds',
    help: 'Duration of HTTP requests by route, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });
  readonly sockets = new Gauge({
    name: 'sunlit_hall_sockets',
    help: 'Connected hall sockets',
    registers: [this.registry],
  });
  readonly hallEvents = new Counter({
    name: 'sunlit_hall_events_total',
    help: 'Hall events sent to sockets',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One registry a process; /api/metrics prints it in Prometheus' text format. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

export const httpDuration = new Histogram({
  name: 'oneshelf_http_request_seconds',
  help: 'Time from request to answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});

export const jobsDone = new Counter({
  name: 'oneshelf_jobs_total',
  help: 'Event handlers run, by outcome',
  labelNames: ['handler', 'outcome'],
  registers: [metrics],
});

export const outboxWaiting = new Gauge({
  name: 'oneshelf_outbox_waiting',
  help: 'Events that the relay has not yet handed to a queue',
  registers: [metrics],
});

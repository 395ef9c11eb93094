import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createLogger, HandlerRegistry, loadConfig, nestLogger, Relay, Workers } from '@oneshelf/platform';
import { checkEvents } from './check-events';
import { Schedules } from './schedules';
import { WorkerModule } from './worker.module';

const config = loadConfig();
const app = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: nestLogger(createLogger('worker', config.LOG_LEVEL)) });
const [workers, relay, schedules] = [app.get(Workers), app.get(Relay), app.get(Schedules)];
checkEvents(app.get(HandlerRegistry));
await workers.start();
await relay.start();
schedules.start();
process.send?.('ready');

async function stop(): Promise<void> {
  await schedules.stop();
  await relay.stop();
  await workers.stop();
  await app.close();
  process.exit(0);
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

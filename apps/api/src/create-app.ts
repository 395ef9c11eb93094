import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { type Config, configureHttp, createLogger, nestLogger } from '@oneshelf/platform';
import { ApiModule } from './api.module';

/** The API as an application that does not listen yet. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const logger = createLogger('api', config.LOG_LEVEL);
  const adapter = new FastifyAdapter({ logger: false, trustProxy: '127.0.0.1', bodyLimit: 4 * 1024 * 1024 });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(config), adapter, { logger: nestLogger(logger), rawBody: true, forceCloseConnections: true });
  await configureHttp(app);
  app.enableShutdownHooks();
  return app;
}

/** OpenAPI 3.1 of every route, made from the contracts. Needs no database. */
export function describeApi(app: NestFastifyApplication) {
  const document = new DocumentBuilder()
    .setTitle('Oneshelf')
    .setDescription('One catalogue, price, stock, order, customer and ledger for shops, web shop and marketplaces. Amounts are integers in minor units, quantities integers in thousandths (one piece is 1000).')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('oneshelf_session')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Oneshelf-Key' })
    .build();
  return SwaggerModule.createDocument(app, document, {
    operationIdFactory: (controller, method) => controller.replace('Controller', '').replace(/^./, (letter) => letter.toLowerCase()) + method.replace(/^./, (letter) => letter.toUpperCase()),
  });
}

import { SwaggerModule } from '@nestjs/swagger';
import { loadConfig } from '@oneshelf/platform';
import { createApp, describeApi } from './create-app';

if (process.argv.includes('--openapi')) {
  const app = await createApp(loadConfig({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', LOG_LEVEL: 'silent' }));
  await app.init();
  process.stdout.write(JSON.stringify(describeApi(app)));
  process.exit(0);
}

const config = loadConfig();
const app = await createApp(config);
SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/openapi.json' });
await app.listen(config.PORT, config.HOST);
process.send?.('ready');

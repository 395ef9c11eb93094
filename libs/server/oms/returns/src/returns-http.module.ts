import { Module } from '@nestjs/common';
import { ReturnsController } from './returns.controller';
import { ReturnsModule } from './returns.module';

@Module({ imports: [ReturnsModule], controllers: [ReturnsController] })
export class ReturnsHttpModule {}

import { Module } from '@nestjs/common';
import { ListReturnsController } from './list-returns/list-returns.controller';
import { ReturnsController } from './returns.controller';
import { ReturnsModule } from './returns.module';

@Module({ imports: [ReturnsModule], controllers: [ReturnsController, ListReturnsController] })
export class ReturnsHttpModule {}

import { Module } from '@nestjs/common';
import { FindVariantsQuery } from './find-variants.query';

@Module({ providers: [FindVariantsQuery], exports: [FindVariantsQuery] })
export class FindVariantsModule {}

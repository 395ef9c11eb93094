export { FindVariantsModule } from './find-variants/find-variants.module';
export { FindVariantsQuery } from './find-variants/find-variants.query';

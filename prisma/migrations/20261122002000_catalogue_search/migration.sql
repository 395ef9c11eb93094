-- Lists page by (title, id); people search SKUs by any part.
CREATE INDEX "product_title_id_idx" ON "product"("title", "id");
CREATE INDEX "variant_sku_trgm" ON "variant" USING GIN ("sku" gin_trgm_ops);

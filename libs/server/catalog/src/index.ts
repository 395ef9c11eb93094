export { inspectFile, type InspectedFile } from './import-products/inspect-file';
export { mappedLayout } from './import-products/formats/mapped-layout';
export { readProducts, type ReadProducts } from './import-products/read-products';

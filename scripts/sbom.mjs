// Writes what each published package is made of to sbom/<package>.cdx.json.
import { published, writeBillOfMaterials } from './bill-of-materials.mjs';

for (const directory of published) {
  const { file, count } = writeBillOfMaterials(directory, 'sbom');
  console.log(`${file}: ${count} components`);
}

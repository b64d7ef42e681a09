// Print what make_tables.py wants of the packages as JSON: sets as ranges, mappings as pairs.
//
// usage: node read_package.mjs UNICODE_PACKAGE PROPERTY_ALIASES VALUE_ALIASES
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [unicode, properties, values] = process.argv.slice(2).map((path) => resolve(path));
const load = async (...parts) => (await import(pathToFileURL(join(...parts)))).default;
const KINDS = ['General_Category', 'Script', 'Script_Extensions', 'Binary_Property',
  'Grapheme_Cluster_Break', 'Word_Break', 'Sentence_Break'];
const folders = (...parts) => readdirSync(join(...parts), { withFileTypes: true })
  .filter((entry) => entry.isDirectory()).map((entry) => entry.name);

const result = { sets: {}, maps: {}, aliases: {}, valueAliases: {} };
for (const kind of KINDS) {
  result.sets[kind] = {};
  for (const name of folders(unicode, kind)) {
    try {
      const ranges = await load(unicode, kind, name, 'ranges.mjs');
      result.sets[kind][name] = ranges.map(({ begin, end }) => [begin, end - 1]);
    } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    }
  }
}
for (const [kind, name] of [['Simple_Case_Mapping', 'Uppercase'],
  ['Simple_Case_Mapping', 'Lowercase'], ['Special_Casing', 'Uppercase'],
  ['Special_Casing', 'Lowercase'], ['Case_Folding', 'C'], ['Case_Folding', 'S']]) {
  const map = await load(unicode, kind, name, 'code-points.mjs');
  result.maps[`${kind}/${name}`] = [...map].map(([code, to]) => [code, [to].flat()]);
}
const plain = (map) => Object.fromEntries([...map].map(([key, value]) =>
  [key, value instanceof Map ? plain(value) : value]));
result.aliases = plain(await load(properties, 'index.mjs'));
result.valueAliases = plain(await load(values, 'index.mjs'));
console.log(JSON.stringify(result));

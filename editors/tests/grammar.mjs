// The TextMate grammar on every .lex file of the tree: each token has the kind of scope
// that the tokenizer of the language server says, and nothing but blanks is without one.
//
// usage: node grammar.mjs FOLDER...      (NODE_MODULES=folder of the packages)

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = createRequire(path.join(process.env.NODE_MODULES ?? here, 'node_modules', '_'));
const oniguruma = modules('vscode-oniguruma');
const textmate = modules('vscode-textmate');

const EXPECTED = {
  keyword: /^(keyword\.control|storage\.type|keyword\.operator\.logical|constant\.language)/,
  operator: /^(keyword\.operator|punctuation\.|variable\.language)/,
  name: /^(variable\.|entity\.name\.|support\.|storage\.modifier\.effect|keyword\.other)/,
  number: /^constant\.numeric/,
  string: /^string\./,
  comment: /^comment\./,
};

function filesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(name);
    return entry.isFile() && name.endsWith('.lex') ? [name] : [];
  });
}

async function loadGrammar() {
  const wasm = modules.resolve('vscode-oniguruma').replace(/main\.js$/, 'onig.wasm');
  await oniguruma.loadWASM(fs.readFileSync(wasm).buffer);
  const file = path.join(here, '../vscode/syntaxes/lex.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file),
  });
  return registry.loadGrammar('source.lex');
}

// The scopes of each UTF-16 unit of a text.
function scopesOf(grammar, text) {
  const scopes = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    for (const token of result.tokens) {
      for (let i = token.startIndex; i < Math.min(token.endIndex, line.length); i++) {
        scopes.push(token.scopes);
      }
    }
    scopes.push([]);
    stack = result.ruleStack;
  }
  return scopes;
}

function problemsOf(grammar, file, text, tokens) {
  const problems = [];
  const scopes = scopesOf(grammar, text);
  const units = [];
  let unit = 0;
  for (const char of text) {
    units.push(unit);
    unit += char.length;
  }
  units.push(unit);
  const where = (at) => `${file}:${text.slice(0, at).split('\n').length}`;
  for (const [start, end, kind] of tokens) {
    const at = units[start];
    const found = scopes[at].slice(1).filter((scope) => !/^(meta|source)\./.test(scope));
    const inHole = kind.startsWith('hole ');
    const wanted = EXPECTED[kind.replace('hole ', '')];
    const scope = found.filter((each) => !(inHole && each.startsWith('string.quoted'))
      || kind === 'hole string');
    const innermost = kind.endsWith('string') || kind === 'comment' ? scope : scope.slice(-1);
    if (!innermost.some((each) => wanted.test(each))) {
      problems.push(`${where(at)}: ${JSON.stringify(text.slice(at, units[end]))} is a `
        + `${kind}, has ${scopes[at].join(' ')}`);
    }
  }
  for (let i = 0; i < text.length; i++) {
    if (!/\s/.test(text[i]) && scopes[i].length < 2) {
      problems.push(`${where(i)}: ${JSON.stringify(text[i])} has no scope`);
    }
  }
  return problems;
}

function isText(file) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file));
    return true;
  } catch {
    return false;
  }
}

const grammar = await loadGrammar();
const files = process.argv.slice(2).flatMap(filesBelow).sort().filter(isText);
const tokens = JSON.parse(execFileSync(
  'python3', [path.join(here, 'tokens.py'), ...files],
  { encoding: 'utf8', maxBuffer: 1 << 30 }));
const problems = files.flatMap(
  (file) => problemsOf(grammar, file, fs.readFileSync(file, 'utf8'), tokens[file]));
const count = Object.values(tokens).reduce((sum, each) => sum + each.length, 0);
console.log(problems.slice(0, 40).join('\n'));
console.log(`${files.length} files, ${count} tokens, ${problems.length} problems`);
process.exit(problems.length === 0 && count > 0 ? 0 : 1);

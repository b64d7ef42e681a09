// Starts the language server, and stops it with the window.

const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

function activate() {
  const settings = workspace.getConfiguration('lex');
  const server = {
    command: settings.get('python'),
    args: ['-m', 'lexvm_lsp', '--lexvm', settings.get('lexvm')],
  };
  client = new LanguageClient('lex', 'Lex', server, {
    documentSelector: [{ language: 'lex' }],
  });
  return client.start();
}

function deactivate() {
  return client === undefined ? undefined : client.stop();
}

module.exports = { activate, deactivate };

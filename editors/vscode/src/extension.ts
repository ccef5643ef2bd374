/** Wires the parts together; what each does stands in its own file. */
import * as vscode from "vscode";
import { annotate } from "./commands/annotate";
import { checkFile } from "./commands/checkFile";
import { checkFolder } from "./commands/checkFolder";
import { fixReport } from "./commands/fixReport";
import { rankFolder } from "./commands/rankFolder";
import { Pages } from "./pages";
import { looksLikeReport } from "./recognise";
import { Server } from "./server";
import { Status } from "./status";

export function activate(context: vscode.ExtensionContext): void {
  const pages = new Pages();
  const status = new Status();
  const server = new Server(pages, status);
  const command = (name: string, run: (...given: never[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(`nianbao.${name}`, run));

  context.subscriptions.push(pages, status, server);
  command("checkFile", () => checkFile(server));
  command("checkFolder", () => checkFolder(server));
  command("fixReport", () => fixReport(server));
  command("rankFolder", (folder?: vscode.Uri) => rankFolder(context, folder));
  command("annotate", (file?: vscode.Uri) => annotate(file));
  command("restart", () => server.restart());

  const begin = (document: vscode.TextDocument) => {
    if (looksLikeReport(document)) {
      void server.start();
    }
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(begin),
    vscode.workspace.onDidSaveTextDocument(begin),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("nianbao.path") || change.affectsConfiguration("nianbao.python")) {
        void server.restartIfBegun();
      }
    }),
  );
  vscode.workspace.textDocuments.forEach(begin);
}

export function deactivate(): void {
  // What was registered ends itself.
}

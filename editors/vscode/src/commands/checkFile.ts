/** Check the document in the active editor, whether it looks like a report or not. */
import * as vscode from "vscode";
import { LANGUAGES } from "../recognise";
import { Server } from "../server";
import { Standing } from "../status";

export async function checkFile(server: Server): Promise<void> {
  let document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a report first."));
    return;
  }
  if (!LANGUAGES.includes(document.languageId)) {
    document = await vscode.languages.setTextDocumentLanguage(document, "plaintext");
  }
  const client = await server.start();
  if (!client) {
    return;
  }
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const standing = await server.run<Standing | null>("nianbao.status", uri);
  if (standing) {
    void vscode.window.showInformationMessage(standing.text);
  }
}

/** Fix all that is safe to fix in the report in the active editor. */
import * as vscode from "vscode";
import { Server } from "../server";

export async function fixReport(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const client = document && (await server.start());
  if (!document || !client) {
    return;
  }
  const number = await server.run<number>("nianbao.fixAll", client.code2ProtocolConverter.asUri(document.uri));
  void vscode.window.showInformationMessage(
    number
      ? vscode.l10n.t("{0} fixed.", number)
      : vscode.l10n.t("There is nothing that can be fixed without a look at its meaning."),
  );
}

/** Check all reports in the open folders; what is found fills the Problems view. */
import * as vscode from "vscode";
import { Server } from "../server";

interface Told {
  reports: number;
  counts: { error: number; warning: number; note: number };
  failed: { path: string; reason: string }[];
  cancelled: boolean;
}

export async function checkFolder(server: Server): Promise<void> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first."));
    return;
  }
  const told = await server.run<Told>("nianbao.checkWorkspace");
  if (!told) {
    return;
  }
  await vscode.commands.executeCommand("workbench.actions.view.problems");
  const { error, warning, note } = told.counts;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      "{0} reports checked: {1} errors, {2} warnings, {3} notes.",
      told.reports,
      error,
      warning,
      note,
    ),
  );
  if (told.failed.length) {
    const names = told.failed.map((one) => `${one.path}: ${one.reason}`).join("\n");
    void vscode.window.showWarningMessage(
      vscode.l10n.t("{0} files could not be read:", told.failed.length) + "\n" + names,
    );
  }
}

/** Write a copy of a .docx with comments, or of a .pdf with highlights, and open it. */
import * as path from "node:path";
import { existsSync } from "node:fs";
import * as vscode from "vscode";
import { needProgram, runProgram } from "../program";

export async function annotate(given?: vscode.Uri): Promise<void> {
  const file = given ?? (await chosen());
  const program = file && (await needProgram());
  if (!file || !program) {
    return;
  }
  const out = free(file.fsPath);
  const outcome = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Checking {0}", path.basename(file.fsPath)) },
    () =>
      runProgram(program, ["check", file.fsPath, "--annotate", out, "--exit-zero"], { cwd: path.dirname(file.fsPath) }),
  );
  if (outcome.status !== 0 || !existsSync(out)) {
    const said = (outcome.err || outcome.out).trim();
    void vscode.window.showErrorMessage(vscode.l10n.t("The copy could not be written: {0}", said));
    return;
  }
  await open(vscode.Uri.file(out));
}

/** In Word on a desktop; in the editor where the file lies on another machine. */
async function open(copy: vscode.Uri): Promise<void> {
  const here = vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
  if (!here || !(await vscode.env.openExternal(copy))) {
    await vscode.commands.executeCommand("vscode.open", copy);
  }
  void vscode.window.showInformationMessage(vscode.l10n.t("Annotated copy: {0}", path.basename(copy.fsPath)));
}

async function chosen(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({ filters: { "Word, PDF": ["docx", "docm", "pdf"] } });
  return files?.[0];
}

/** A name beside the file that no other file has. */
function free(file: string): string {
  const { dir, name, ext } = path.parse(file);
  for (let number = 1; ; number += 1) {
    const copy = path.join(dir, `${name}-批注${number > 1 ? number : ""}${ext}`);
    if (!existsSync(copy)) {
      return copy;
    }
  }
}

/** How the report in the active editor stands, in the status bar. */
import * as vscode from "vscode";

/** What the server says of a report. */
export interface Standing {
  uri: string;
  text: string;
  meant: boolean;
  total?: number;
  grade?: string;
  fault?: string;
}

export class Status implements vscode.Disposable {
  private readonly known = new Map<string, Standing>();
  private readonly item = vscode.window.createStatusBarItem("nianbao.status", vscode.StatusBarAlignment.Right, 90);
  private readonly watching = [
    vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    vscode.workspace.onDidCloseTextDocument((document) => this.known.delete(key(document.uri))),
  ];

  constructor() {
    this.item.name = "nianbao";
  }

  tell(standing: Standing): void {
    this.known.set(key(vscode.Uri.parse(standing.uri)), standing);
    this.show();
  }

  clear(): void {
    this.known.clear();
    this.show();
  }

  dispose(): void {
    this.item.dispose();
    this.watching.forEach((one) => one.dispose());
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const standing = document && this.known.get(key(document.uri));
    if (!standing?.meant) {
      this.item.hide();
      return;
    }
    const fault = standing.fault !== undefined;
    this.item.text = fault ? "$(warning) nianbao" : `$(checklist) ${standing.total ?? "—"} ${standing.grade ?? ""}`;
    this.item.tooltip = standing.text;
    this.item.command = fault
      ? undefined
      : { title: "nianbao", command: "nianbao.score", arguments: [standing.uri] };
    this.item.show();
  }
}

function key(uri: vscode.Uri): string {
  return uri.toString();
}

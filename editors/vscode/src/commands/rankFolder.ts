/** Rank the reports of a folder and show the page. */
import { readFileSync, existsSync, mkdirSync } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import { needProgram, runProgram } from "../program";

export async function rankFolder(context: vscode.ExtensionContext, given?: vscode.Uri): Promise<void> {
  const folder = given ?? (await chosen());
  const program = folder && (await needProgram());
  if (!folder || !program) {
    return;
  }
  const help = await runProgram(program, ["--help"]);
  if (!/^\s*rank\s/m.test(help.out)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("This version of nianbao cannot rank yet ({0}). Please install a newer one.", program.command),
    );
    return;
  }
  const out = place(context, folder);
  const ended = new AbortController();
  const outcome = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Ranking the reports in {0}", path.basename(folder.fsPath)),
      cancellable: true,
    },
    (_, token) => {
      token.onCancellationRequested(() => ended.abort());
      return runProgram(program, ["rank", folder.fsPath, "-o", out], { signal: ended.signal });
    },
  );
  const page = path.join(out, "index.html");
  if (ended.signal.aborted) {
    return;
  }
  if (!existsSync(page)) {
    void vscode.window.showErrorMessage(vscode.l10n.t("The reports could not be ranked: {0}", outcome.err.trim()));
    return;
  }
  if (outcome.status !== 0) {
    void vscode.window.showWarningMessage(outcome.err.trim());
  }
  show(page, path.basename(folder.fsPath));
}

/** The page; links to other pages of the same folder open in it too. */
function show(page: string, name: string): void {
  const root = path.dirname(page);
  const panel = vscode.window.createWebviewPanel("nianbao.rank", `nianbao: ${name}`, vscode.ViewColumn.Active, {
    enableScripts: true,
    retainContextWhenHidden: true,
    localResourceRoots: [vscode.Uri.file(root)],
  });
  const load = (file: string) => {
    panel.webview.html = rebased(readFileSync(file, "utf-8"), panel.webview, path.dirname(file));
  };
  let current = page;
  panel.webview.onDidReceiveMessage((link: unknown) => {
    const file = path.resolve(path.dirname(current), decodeURIComponent(String(link).split("#")[0]));
    const inside = file === root || file.startsWith(root + path.sep);
    if (inside && file.endsWith(".html") && existsSync(file)) {
      current = file;
      load(file);
    } else if (inside && existsSync(file)) {
      void vscode.env.openExternal(vscode.Uri.file(file));
    }
  });
  load(page);
}

const FOLLOW = `<script>
const host = acquireVsCodeApi();
addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href]");
  const target = link && link.getAttribute("href");
  if (target && !target.startsWith("#") && !/^[a-z]+:/i.test(target)) {
    event.preventDefault();
    host.postMessage(target);
  }
}, true);
</script>`;

function rebased(html: string, webview: vscode.Webview, folder: string): string {
  const base = webview.asWebviewUri(vscode.Uri.file(folder + path.sep)).toString();
  const head = `<base href="${base}/">${FOLLOW}`;
  const own = html.replace(/<meta[^>]+http-equiv="?content-security-policy"?[^>]*>/i, "");
  return /<head[^>]*>/i.test(own) ? own.replace(/<head[^>]*>/i, (tag) => tag + head) : head + own;
}

async function chosen(): Promise<vscode.Uri | undefined> {
  const [first, ...more] = vscode.workspace.workspaceFolders ?? [];
  if (first && !more.length) {
    return first.uri;
  }
  const folders = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false });
  return folders?.[0];
}

function place(context: vscode.ExtensionContext, folder: vscode.Uri): string {
  const above = context.storageUri?.fsPath ?? path.join(os.tmpdir(), "nianbao");
  const out = path.join(above, "rank", path.basename(folder.fsPath));
  mkdirSync(out, { recursive: true });
  return out;
}

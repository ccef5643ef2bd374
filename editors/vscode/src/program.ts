/** Where nianbao is, how it is run, and what to say where it is not. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";

/** A program and the arguments that come first. */
export interface Program {
  command: string;
  args: string[];
}

export interface Outcome {
  status: number;
  out: string;
  err: string;
}

const PATIENCE = 20_000; // milliseconds for a program to say its version

/** The first program that answers: the one that the settings name, or one that is found; after the user was told
 * that there is none, undefined. */
export async function needProgram(): Promise<Program | undefined> {
  const tried: string[] = [];
  for (const program of candidates()) {
    const outcome = await runProgram(program, ["--version"], { timeout: PATIENCE });
    if (outcome.status === 0 && outcome.out.startsWith("nianbao ")) {
      return program;
    }
    const said = outcome.err.trim().split("\n").at(-1) ?? "";
    tried.push(`${[program.command, ...program.args].join(" ")}: ${said || outcome.status}`);
  }
  void tellMissing(tried);
  return undefined;
}

/** Run it to its end. A program that is not there has the status -1. */
export function runProgram(
  program: Program,
  args: string[],
  options: { timeout?: number; cwd?: string; signal?: AbortSignal } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const settings = { ...options, maxBuffer: 1 << 26, windowsHide: true };
    execFile(program.command, [...program.args, ...args], settings, (error, out, err) => {
      const status = error ? (typeof error.code === "number" ? error.code : -1) : 0;
      resolve({ status, out, err: err || (error ? error.message : "") });
    });
  });
}

function candidates(): Program[] {
  const settings = vscode.workspace.getConfiguration("nianbao");
  const named = expanded(settings.get<string>("path", ""));
  if (named) {
    return [{ command: named, args: [] }];
  }
  const python = expanded(settings.get<string>("python", ""));
  if (python) {
    return [{ command: python, args: ["-m", "linter"] }];
  }
  const windows = process.platform === "win32";
  const inFolders = (vscode.workspace.workspaceFolders ?? [])
    .filter((folder) => folder.uri.scheme === "file")
    .map((folder) =>
      path.join(folder.uri.fsPath, ".venv", windows ? "Scripts/nianbao.exe" : "bin/nianbao"),
    )
    .filter((file) => existsSync(file));
  return [
    ...inFolders.map((command) => ({ command, args: [] })),
    { command: "nianbao", args: [] },
    { command: windows ? "py" : "python3", args: ["-m", "linter"] },
  ];
}

function expanded(setting: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  return setting.trim().replace("${workspaceFolder}", folder);
}

async function tellMissing(tried: string[]): Promise<void> {
  const settings = vscode.l10n.t("Open settings");
  const help = vscode.l10n.t("How to install");
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      "nianbao was not found, so reports cannot be checked. Install it with Python 3.11 or newer (pip install nianbao-lint), or say in the settings where it is. ({0})",
      tried.join("; "),
    ),
    settings,
    help,
  );
  if (chosen === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "nianbao.path");
  } else if (chosen === help) {
    await vscode.commands.executeCommand("workbench.extensions.action.showExtensionsWithIds", ["nianbao.nianbao"]);
  }
}

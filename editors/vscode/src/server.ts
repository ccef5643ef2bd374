/** The language server: started once, when it is first needed. */
import * as vscode from "vscode";
import { ExecuteCommandRequest, LanguageClient, LanguageClientOptions } from "vscode-languageclient/node";
import { Pages } from "./pages";
import { needProgram } from "./program";
import { LANGUAGES } from "./recognise";
import { Standing, Status } from "./status";

export class Server implements vscode.Disposable {
  private begun: Promise<LanguageClient | undefined> | undefined;
  private readonly output = vscode.window.createOutputChannel("nianbao", { log: true });

  constructor(
    private readonly pages: Pages,
    private readonly status: Status,
  ) {}

  /** The running server; undefined where nianbao is missing, which the user has been told. */
  start(): Promise<LanguageClient | undefined> {
    this.begun ??= this.make();
    return this.begun;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async restartIfBegun(): Promise<void> {
    if (this.begun) {
      await this.restart();
    }
  }

  /** What a command of the server gives back. */
  async run<T>(command: string, ...args: unknown[]): Promise<T | undefined> {
    const client = await this.start();
    return client?.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }) as Promise<T | undefined>;
  }

  dispose(): void {
    void this.stop();
    this.output.dispose();
  }

  private async stop(): Promise<void> {
    const client = await this.begun;
    this.begun = undefined;
    this.status.clear();
    await client?.dispose();
  }

  private async make(): Promise<LanguageClient | undefined> {
    const program = await needProgram();
    if (!program) {
      this.begun = undefined; // it may be there next time
      return undefined;
    }
    const run = { command: program.command, args: [...program.args, "lsp"] };
    const client = new LanguageClient("nianbao", "nianbao", { run, debug: run }, this.options());
    client.onNotification("nianbao/status", (standing: Standing) => this.status.tell(standing));
    try {
      await client.start();
    } catch (error) {
      this.begun = undefined;
      void vscode.window.showErrorMessage(
        vscode.l10n.t("The nianbao server did not start: {0}", error instanceof Error ? error.message : String(error)),
      );
      return undefined;
    }
    return client;
  }

  private options(): LanguageClientOptions {
    const schemes = ["file", "untitled"];
    return {
      documentSelector: LANGUAGES.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
      synchronize: { configurationSection: "nianbao" },
      initializationOptions: { asks: ["explain", "score", "suppress"], status: true },
      outputChannel: this.output,
      middleware: {
        executeCommand: async (command, args, next) => {
          if (command === "nianbao.suppress" && args.length === 2) {
            const reason = await askReason();
            return reason === undefined ? undefined : next(command, [...args, reason]);
          }
          const result: unknown = await next(command, args);
          if (command === "nianbao.explain" || command === "nianbao.score") {
            await this.pages.show(command === "nianbao.explain" ? String(args[0]) : "score", result);
          }
          return result;
        },
      },
    };
  }
}

function askReason(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t("Let this finding pass"),
    prompt: vscode.l10n.t("Why? The reason will stand in a comment at the end of the line."),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() ? undefined : vscode.l10n.t("Say why.")),
  });
}

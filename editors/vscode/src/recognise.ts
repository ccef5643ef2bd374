/** Whether a document looks like an annual report: only then is anything started. */
import * as vscode from "vscode";

export const LANGUAGES = ["plaintext", "markdown", "html"];

const START = 20_000;
const SUBJECT = /政府信息|政务公开|信息公开/;
const KIND = /年度\s*报告|年\s*报|总体情况/;

export function looksLikeReport(document: vscode.TextDocument): boolean {
  if (!LANGUAGES.includes(document.languageId) || !["file", "untitled"].includes(document.uri.scheme)) {
    return false;
  }
  const start = document.getText().slice(0, START);
  return SUBJECT.test(start) && KIND.test(start);
}

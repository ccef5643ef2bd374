// Uses the extension in a real VS Code as a person would, and tells what there was to see, as JSON.
// node drive.mjs <job.json>: {playwright, chromium, address, folder, file, elsewhere, expected, pictures}
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const job = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const { chromium } = createRequire(job.playwright + "/")("playwright-core");
const PATIENCE = 90_000;
const told = {};

const browser = await chromium.launch({ executablePath: job.chromium, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1500, height: 1150 } });
page.setDefaultTimeout(PATIENCE);
const picture = (name, clip) => page.screenshot({ path: `${job.pictures}/vscode-${name}.png`, clip });

try {
  await open(job.folder, job.file);
  told.squiggles = await settled(squiggles, (found) => found.length === job.expected);
  told.lens = await settled(lens, (found) => found.includes("分"));
  told.status = await settled(() => texts("#nianbao\\.nianbao\\.nianbao\\.status"), (found) => found.length > 0);
  await picture("1-squiggles");
  told.hover = await hover("及时性和及时性");
  await picture("2-hover");
  await picture("readme", { x: 0, y: 40, width: 1500, height: 560 });
  told.problems = await problems();
  await picture("3-problems");
  await page.keyboard.press("Control+j");
  told.actions = await quickFixes("，，");
  await picture("4-quick-fixes");
  await choose("把“，，”改为“，”");
  told.fixed = await settled(squiggles, (found) => found.length === job.expected - 1);
  told.lensAfter = await settled(lens, (found) => found.includes("3 个错误"));
  await page.keyboard.press("Control+s");
  await picture("5-fixed");
  told.page = await explain();
  told.folder = await checkFolder();
  await picture("7-folder");
  told.annotated = await annotate();
  await picture("8-annotated");
  told.ranked = await rank();
  await picture("9-ranked");
  told.missing = await missing();
  await picture("10-missing");
} catch (error) {
  told.error = String(error.stack ?? error);
  await picture("error");
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(told));

async function open(folder, file) {
  const payload = JSON.stringify([["openFile", `vscode-remote://${job.address}${file}`]]);
  const query = new URLSearchParams({ folder, payload });
  await page.goto(`http://${job.address}/?${query}`);
  await page.locator(".view-line").first().waitFor();
}

async function texts(selector) {
  return (await page.locator(selector).allInnerTexts()).map((text) => text.trim()).filter(Boolean);
}

async function lens() {
  return (await texts(".codelens-decoration")).join("\n");
}

/** What a function gives once it is as it should be; what it gives at last, if it never is. */
async function settled(look, right) {
  const until = Date.now() + PATIENCE;
  let found = await look();
  while (!right(found) && Date.now() < until) {
    await page.waitForTimeout(250);
    found = await look();
  }
  return found;
}

/** The characters that stand over each squiggle, from top to bottom. */
function squiggles() {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll(".editor-instance .view-lines .view-line")];
    const chars = lines.flatMap((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { segment, index } of new Intl.Segmenter().segment(node.data)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + segment.length);
          found.push([segment, range.getBoundingClientRect()]);
        }
      }
      return found;
    });
    const marks = [...document.querySelectorAll(".editor-instance .cdr")]
      .filter((one) => /squiggly-(error|warning)/.test(one.className))
      .map((one) => one.getBoundingClientRect())
      .sort((one, other) => one.top - other.top || one.left - other.left);
    return marks.map((mark) =>
      chars
        .filter(([, box]) => Math.abs((box.top + box.bottom - mark.top - mark.bottom) / 2) < box.height / 2)
        .filter(([, box]) => (box.left + box.right) / 2 > mark.left && (box.left + box.right) / 2 < mark.right)
        .map(([char]) => char)
        .join(""),
    );
  });
}

/** The middle of a word in the editor. */
async function place(word) {
  const box = await page.evaluate((wanted) => {
    for (const line of document.querySelectorAll(".editor-instance .view-lines .view-line")) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(wanted);
        if (at >= 0) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return [(left + right) / 2, (top + bottom) / 2];
        }
      }
    }
    return null;
  }, word);
  if (!box) {
    throw new Error(`${word} is not to be seen`);
  }
  return box;
}

async function hover(word) {
  const [x, y] = await place(word);
  await page.mouse.move(x - 30, y);
  await page.mouse.move(x, y, { steps: 5 });
  const card = page.locator(".monaco-hover:not(.hidden) .hover-contents");
  await card.first().waitFor();
  const found = await settled(() => texts(".monaco-hover:not(.hidden)"), (all) => all.join("").includes("为什么"));
  return found.join("\n");
}

async function problems() {
  await page.mouse.move(5, 5);
  await page.keyboard.press("Control+Shift+M");
  const rows = await settled(() => texts(".markers-panel .monaco-list-row"), (found) => found.length >= job.expected);
  return rows;
}

async function quickFixes(word) {
  const list = page.locator(".action-widget .monaco-list-row.action");
  for (let turn = 0; turn < 10; turn += 1) {
    const [x, y] = await place(word);
    await page.mouse.click(x, y);
    await page.waitForTimeout(500);
    await page.keyboard.press("Control+.");
    const shown = await list.first().waitFor({ timeout: 4000 }).then(() => true, () => false);
    if (shown) {
      return texts(".action-widget .monaco-list-row.action");
    }
    await page.keyboard.press("Escape"); // the text was still being checked
  }
  throw new Error(`no quick fix for ${word}`);
}

async function choose(title) {
  await page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first().click();
}

async function explain() {
  await quickFixes("及时性和及时性");
  await choose("说明规则");
  const tab = page.locator(".tab", { hasText: "duplicate-wording" });
  await tab.first().waitFor();
  await page.waitForTimeout(3000); // the preview paints in a frame of its own
  await picture("6-explained");
  const tabs = await texts(".tab");
  await page.keyboard.press("Control+w");
  return tabs.join("|");
}

async function command(title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input").first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

async function checkFolder() {
  await command("nianbao: Check All Reports in the Workspace");
  const toast = await settled(
    () => texts(".notification-list-item-message"),
    (found) => found.some((text) => text.includes("reports checked")),
  );
  return { toast, rows: await texts(".markers-panel .monaco-list-row") };
}

/** Choose from the context menu of a file or folder in the explorer. */
async function fromExplorer(name, title) {
  const menu = page.locator(".context-view .action-item", { hasText: title }).first();
  for (let turn = 0; turn < 5; turn += 1) {
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first().click({ button: "right" });
    const shown = await menu.waitFor({ timeout: 5000 }).then(() => true, () => false);
    await page.waitForTimeout(500); // a menu that has just opened takes a click for the end of the first
    if (shown) {
      await menu.hover({ force: true, timeout: 5000 }).catch(() => undefined);
      await page.keyboard.press("Enter");
      const gone = await menu.waitFor({ state: "hidden", timeout: 5000 }).then(() => true, () => false);
      if (gone) {
        return;
      }
    }
    await page.keyboard.press("Escape");
  }
  throw new Error(`no ${title} for ${name}`);
}

/** The files in the explorer once the annotated copy is among them. */
async function annotate() {
  await fromExplorer("年报.docx", "Write an Annotated Copy");
  return settled(
    () => texts(".explorer-folders-view .monaco-list-row"),
    (found) => found.some((name) => name.includes("批注")),
  );
}

/** The tabs and messages once there is a ranking, or word that this nianbao has none. */
async function rank() {
  await fromExplorer("各镇", "Rank the Reports in a Folder");
  return settled(
    async () => [...(await texts(".tab")), ...(await texts(".notification-list-item"))],
    (found) => found.some((text) => /nianbao: 各镇|cannot rank yet|could not be ranked/.test(text)),
  );
}

/** Another folder, whose settings name a program that is not there. */
async function missing() {
  await open(job.elsewhere, job.elsewhere + "/青禾镇年报.txt");
  return settled(
    () => texts(".notification-list-item"),
    (all) => all.some((text) => text.includes("was not found")),
  );
}

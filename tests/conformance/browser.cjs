// Opens pages in Chromium and prints, as JSON, what it and axe-core find of each in every manner of looking at it.
// BROWSER_TOOLS names the node_modules folder with playwright-core and axe-core.
// usage: node browser.cjs CHROMIUM FILE …
const { readFileSync, mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

const tools = process.env.BROWSER_TOOLS;
const { chromium } = require(join(tools, "playwright-core"));
const axe = readFileSync(join(tools, "axe-core", "axe.min.js"), "utf8");

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDE = { width: 1024, height: 768 };
const MANNERS = {
  light: { viewport: WIDE, colorScheme: "light", media: "screen" },
  dark: { viewport: WIDE, colorScheme: "dark", media: "screen" },
  print: { viewport: WIDE, colorScheme: "light", media: "print" },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: "light", media: "screen" },
};
const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

// the page as it is loaded, with nothing added: whatever it may not do, it says on the console
async function complaints(context, url) {
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => { if (request.url() !== url) said.push(`asks for ${request.url()}`); });
  await page.goto(url);
  const styled = await page.evaluate(() => document.styleSheets.length);
  await page.close();
  return { said, styled };
}

// the debugger evaluates beside the page, so its own policy stays in force
async function seen(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(`${axe}\n0`);
  const report = {};
  for (const [name, manner] of Object.entries(MANNERS)) {
    await page.setViewportSize(manner.viewport);
    await page.emulateMedia({ media: manner.media, colorScheme: manner.colorScheme });
    report[name] = await page.evaluate(async (values) => {
      // how far the page is wider than its window, in CSS pixels
      const wider = document.documentElement.scrollWidth - window.innerWidth;
      const found = await axe.run(document, { runOnly: { type: "tag", values } });
      const violations = found.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`));
      return { wider, violations, passes: found.passes.map((rule) => rule.id) };
    }, RULES);
  }
  await page.close();
  return report;
}

async function main([executablePath, ...files]) {
  const folder = mkdtempSync(join(tmpdir(), "browser-"));
  const context = await chromium.launchPersistentContext(folder, { executablePath, args: ARGUMENTS });
  const report = {};
  for (const file of files) {
    const url = pathToFileURL(file).href;
    report[file] = { ...(await complaints(context, url)), manners: await seen(context, url) };
  }
  await context.close();
  rmSync(folder, { recursive: true, force: true });
  console.log(JSON.stringify(report));
}

main(process.argv.slice(2)).catch((error) => { console.error(error); process.exit(1); });

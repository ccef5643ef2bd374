// Tables that can be sorted and filtered; without this script they are all there, in the order of the ranking.
"use strict";
(function () {
  function value(row, index) {
    const cell = row.cells[index];
    const given = cell.dataset.v;
    const text = given === undefined ? cell.textContent.trim() : given;
    const number = Number.parseFloat(text);
    return Number.isNaN(number) || !/^[-+\d.]/.test(text) ? text : number;
  }
  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
    return typeof a === "number" ? -1 : 1;
  }
  function sortBy(table, index) {
    const header = table.tHead.rows[0].cells[index];
    const falling = header.getAttribute("aria-sort") === "ascending";
    for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", falling ? "descending" : "ascending");
    const rows = Array.from(table.tBodies[0].rows).map((row, at) => [value(row, index), at, row]);
    rows.sort((a, b) => (falling ? -compare(a[0], b[0]) : compare(a[0], b[0])) || a[1] - b[1]);
    for (const one of rows) table.tBodies[0].append(one[2]);
  }
  for (const table of document.querySelectorAll("table.sortable")) {
    Array.from(table.tHead.rows[0].cells).forEach((header, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      button.addEventListener("click", () => sortBy(table, index));
      header.replaceChildren(button);
    });
  }
  const tools = document.querySelector(".tools[data-for]");
  if (!tools) return;
  const table = document.getElementById(tools.dataset.for);
  const rows = Array.from(table.tBodies[0].rows);
  const search = document.createElement("input");
  search.type = "search";
  search.placeholder = tools.dataset.search;
  const level = document.createElement("select");
  level.append(new Option(tools.dataset.all, ""));
  for (const one of new Set(rows.map((row) => row.dataset.board))) level.append(new Option(one, one));
  const shown = document.createElement("span");
  function filter() {
    let count = 0;
    for (const row of rows) {
      row.hidden = !(row.textContent.includes(search.value.trim()) && (!level.value || row.dataset.board === level.value));
      count += row.hidden ? 0 : 1;
    }
    shown.textContent = count + " / " + rows.length;
  }
  search.addEventListener("input", filter);
  level.addEventListener("change", filter);
  tools.append(search, level, shown);
  filter();
})();

(function () {
  "use strict";
  var colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5c6b7a"];

  function draw(place) {
    var figure = JSON.parse(place.querySelector("script[type='application/json']").textContent);
    var ink = getComputedStyle(place).color;
    var axis = { gridcolor: "rgba(128,128,128,0.25)", linecolor: "rgba(128,128,128,0.4)", zerolinecolor: "rgba(128,128,128,0.6)", automargin: true };
    var layout = Object.assign({ colorway: colours, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", modebar: { bgcolor: "rgba(0,0,0,0)" }, font: { color: ink, size: 13 } }, figure.layout);
    layout.xaxis = Object.assign({}, axis, layout.xaxis);
    layout.yaxis = Object.assign({}, axis, layout.yaxis);
    var canvas = place.querySelector(".analytics-canvas");
    canvas.textContent = "";
    window.Plotly.newPlot(canvas, figure.data, layout, Object.assign({ displaylogo: false, responsive: true }, figure.config))
      .then(function () { place.setAttribute("data-drawn", "true"); });
  }

  function page(place) {
    var table = place.querySelector("table"), body = table.tBodies[0], size = Number(place.dataset.page), at = 0;
    var caption = place.querySelector(".analytics-rows"), where = document.createElement("span");
    function pages() { return Math.max(1, Math.ceil(body.rows.length / size)); }
    function show() {
      Array.prototype.forEach.call(body.rows, function (row, i) { row.hidden = i < at * size || i >= (at + 1) * size; });
      where.textContent = " " + (at + 1) + place.dataset.of + pages() + " ";
    }
    function turn(label, step) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.onclick = function () { at = Math.min(pages() - 1, Math.max(0, at + step)); show(); };
      return button;
    }
    if (pages() > 1) caption.append(turn("◀", -1), where, turn("▶", 1));
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, i) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.append(button);
      button.onclick = function () { sort(table, head, i); at = 0; show(); };
    });
    show();
  }

  function sort(table, head, column) {
    var down = head.getAttribute("aria-sort") !== "descending", numeric = head.className === "n", body = table.tBodies[0];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) { cell.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    function key(row) { var cell = row.cells[column]; return numeric ? (cell.dataset.v === "" ? NaN : Number(cell.dataset.v)) : cell.textContent; }
    var rows = Array.prototype.map.call(body.rows, function (row) { return { row: row, key: key(row) }; });
    rows.sort(function (a, b) {
      if (numeric) return (isNaN(a.key) - isNaN(b.key)) || (down ? b.key - a.key : a.key - b.key) || 0;
      return down ? b.key.localeCompare(a.key) : a.key.localeCompare(b.key);
    });
    rows.forEach(function (item) { body.append(item.row); });
  }

  function wake() {
    document.querySelectorAll(".analytics-table:not([data-ready])").forEach(function (place) { place.setAttribute("data-ready", "true"); page(place); });
    if (!window.Plotly) return;
    document.querySelectorAll(".analytics-figure:not([data-ready])").forEach(function (place) { place.setAttribute("data-ready", "true"); draw(place); });
  }

  // Jupyter may run a script before it puts its output into the page.
  [0, 50, 300, 1500, 5000].forEach(function (wait) { setTimeout(wake, wait); });
})();

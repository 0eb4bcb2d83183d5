import * as echarts from "echarts/core";
import { LineChart, BarChart, ScatterChart, CustomChart } from "echarts/charts";
import { GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, MarkAreaComponent, AriaComponent, DataZoomComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

echarts.use([LineChart, BarChart, ScatterChart, CustomChart, GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, MarkAreaComponent, AriaComponent, DataZoomComponent, SVGRenderer]);

// A custom series of [position, lower, upper] draws an interval: "interval": "horizontal" or "vertical" in its options.
function interval(direction) {
  return (params, api) => {
    const at = api.value(0), horizontal = direction === "horizontal";
    const low = api.coord(horizontal ? [api.value(1), at] : [at, api.value(1)]);
    const high = api.coord(horizontal ? [api.value(2), at] : [at, api.value(2)]);
    const style = { stroke: api.visual("color"), lineWidth: 2, fill: null };
    const cap = 4;
    const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style });
    return { type: "group", children: horizontal
      ? [line(low[0], low[1], high[0], high[1]), line(low[0], low[1] - cap, low[0], low[1] + cap), line(high[0], high[1] - cap, high[0], high[1] + cap)]
      : [line(low[0], low[1], high[0], high[1]), line(low[0] - cap, low[1], low[0] + cap, low[1]), line(high[0] - cap, high[1], high[0] + cap, high[1])] };
  };
}

// A custom series of [position, from, to, colour] draws a bar between two values: "spans": the colours, in its options.
function spans(colours) {
  return (params, api) => {
    const [x, top] = api.coord([api.value(0), api.value(2)]), bottom = api.coord([api.value(0), api.value(1)])[1], width = api.size([1, 0])[0] * .56;
    return { type: "rect", shape: { x: x - width / 2, y: top, width, height: Math.max(1, bottom - top) }, style: { fill: colours[api.value(3)] } };
  };
}

function draw(element) {
  const options = JSON.parse(element.querySelector("script[type='application/json']").textContent);
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--tblr-body-color").trim() || "#333", faint = style.getPropertyValue("--tblr-border-color").trim() || "#ddd";
  for (const series of options.series || []) if (series.interval) { series.type = "custom"; series.renderItem = interval(series.interval); }
  for (const series of options.series || []) if (series.spans) { series.type = "custom"; series.renderItem = spans(series.spans); }
  for (const name of ["xAxis", "yAxis"]) for (const axis of [].concat(options[name] || [])) {
    axis.axisLabel = { color: ink, ...axis.axisLabel }; axis.splitLine = { lineStyle: { color: faint }, ...axis.splitLine }; axis.nameTextStyle = { color: ink, ...axis.nameTextStyle };
  }
  const place = element.querySelector(".chart-place");
  const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: "svg" });
  chart.setOption({ animation: false, textStyle: { color: ink, fontFamily: "inherit" }, aria: { enabled: true }, ...options, legend: options.legend && { textStyle: { color: ink }, ...options.legend } });
  chart.on("click", e => { const to = e.data && e.data.href; if (to) location.assign(to); });
  new ResizeObserver(() => chart.resize()).observe(place);
}

function drawAll(root) { for (const element of root.querySelectorAll("[data-chart]")) draw(element); }
document.addEventListener("DOMContentLoaded", () => drawAll(document));
document.addEventListener("htmx:afterSettle", e => drawAll(e.target));

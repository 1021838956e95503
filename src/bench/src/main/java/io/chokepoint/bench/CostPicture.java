package io.chokepoint.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Time over the number of firms, both in powers of ten, so that cost in proportion rises like the grid's diagonal; ours drawn through, the
 * published programs' in the same colour, dashed.
 */
final class CostPicture {
    /** Dots an inch of an ordinary screen. */
    private static final int SCREEN = 72;

    /** Works by benchmark: what the legend says, colours of Okabe and Ito that the colour-blind tell apart, and a mark of its own. */
    private static final List<Series> SERIES = List.of(
            new Series("FirmNetworkBenchmark.load", "", "read", new Color(0x666666), SeriesMarkers.DIAMOND),
            new Series(
                    "FirmNetworkBenchmark.oneShock", "", "ESRI, one shock", new Color(0x0072B2), SeriesMarkers.CIRCLE),
            new Series(
                    "EveryFirmBenchmark.everyFirm", "", "ESRI, every firm", new Color(0xD55E00), SeriesMarkers.SQUARE),
            new Series(
                    "DailyRunBenchmark.day", "2", "Inoue-Todo, a day", new Color(0x009E73), SeriesMarkers.TRIANGLE_UP),
            new Series(
                    "FirmNetworkBenchmark.downstreamOfAll",
                    "",
                    "downstream of every firm",
                    new Color(0xCC79A7),
                    SeriesMarkers.TRIANGLE_DOWN));

    private record Series(String benchmark, String threads, String name, Color colour, Marker marker) {
        boolean takes(Measured each) {
            return each.benchmark().equals(benchmark)
                    && (threads.isEmpty() || threads.equals(each.parameters().get("threads")));
        }
    }

    private CostPicture() {}

    static void write(List<Measured> measured, List<Peer> peers, Path file) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(520)
                .xAxisTitle("firms")
                .yAxisTitle("milliseconds")
                .build();
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        XYStyler style = chart.getStyler();
        style.setXAxisLogarithmic(true);
        style.setYAxisLogarithmic(true);
        style.setXAxisDecimalPattern("#,##0");
        style.setYAxisDecimalPattern("#,##0.###");
        style.setPlotGridLinesColor(new Color(0xDDDDDD));
        style.setPlotBorderVisible(false);
        style.setAxisTitleFont(font);
        style.setAxisTickLabelsFont(font);
        style.setMarkerSize(8);
        style.setLegendPosition(LegendPosition.OutsideE);
        style.setLegendBorderColor(Color.WHITE);
        style.setLegendFont(font);
        style.setChartBackgroundColor(Color.WHITE);
        for (Series series : SERIES) {
            List<Measured> points = measured.stream().filter(series::takes).toList();
            if (points.size() > 1) {
                XYSeries drawn = chart.addSeries(
                        series.name(),
                        points.stream().mapToDouble(Measured::firms).toArray(),
                        points.stream().mapToDouble(Measured::milliseconds).toArray());
                drawn.setLineColor(series.colour());
                drawn.setMarkerColor(series.colour());
                drawn.setMarker(series.marker());
            }
            addPeers(chart, series, peers);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapFormat.PNG, 2 * SCREEN);
    }

    private static void addPeers(XYChart chart, Series series, List<Peer> peers) {
        List<Peer> theirs = peers.stream()
                .filter(peer -> peer.isOf(series.benchmark(), series.threads()))
                .toList();
        BasicStroke line = SeriesLines.DASH_DASH;
        for (String program : theirs.stream().map(Peer::program).distinct().toList()) {
            List<Peer> points = theirs.stream()
                    .filter(peer -> peer.program().equals(program))
                    .toList();
            XYSeries drawn = chart.addSeries(
                    series.name() + ": " + program,
                    points.stream().mapToDouble(Peer::firms).toArray(),
                    points.stream().mapToDouble(Peer::milliseconds).toArray());
            drawn.setLineColor(series.colour());
            drawn.setLineStyle(line);
            drawn.setMarkerColor(series.colour());
            drawn.setMarker(series.marker());
            line = SeriesLines.DOT_DOT;
        }
    }
}

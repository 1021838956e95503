package io.chokepoint.mcp;

import static io.chokepoint.mcp.ToolKind.Parameter.required;
import static io.chokepoint.mcp.ToolKind.Parameter.text;
import static io.chokepoint.mcp.ToolKind.Parameter.texts;
import static io.chokepoint.mcp.ToolKind.Parameter.whole;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import java.util.List;

/** The tools on one dataset. */
final class Tools {
    /** Rows of any list: more than these nobody reads, and a client has to keep them all in mind. */
    static final int MOST_ROWS = 50;

    static final int FEW_ROWS = 20;

    /** Runs with drawn figures of one call. */
    static final int MOST_SAMPLES = 1_000;

    private final LookUps lookUps;
    private final Runs runs;

    Tools(DataPackage data, int threads) {
        lookUps = new LookUps(data);
        runs = new Runs(data, threads);
    }

    List<ToolKind> all() {
        return List.of(
                new ToolKind(
                        "list_goods",
                        List.of(text("query"), text("tag"), text("stage"), whole("limit", 1, MOST_ROWS)),
                        (given, monitor) -> lookUps.goods(given)),
                new ToolKind("list_makers", List.of(required("good")), (given, monitor) -> lookUps.makers(given)),
                new ToolKind("list_scenarios", List.of(text("query")), (given, monitor) -> lookUps.scenarios(given)),
                new ToolKind(
                        "read_figure",
                        List.of(text("id"), text("good"), text("query"), whole("limit", 1, MOST_ROWS)),
                        (given, monitor) -> lookUps.figures(given)),
                new ToolKind(
                        "run_restriction",
                        List.of(
                                text("scenario"),
                                texts("restrict"),
                                weeks(),
                                whole("samples", 0, MOST_SAMPLES),
                                whole("seed", 0, Integer.MAX_VALUE),
                                whole("limit", 1, MOST_ROWS)),
                        runs::run),
                new ToolKind(
                        "explain_good",
                        List.of(
                                required("good"),
                                text("scenario"),
                                texts("restrict"),
                                weeks(),
                                whole("samples", 0, MOST_SAMPLES),
                                whole("seed", 0, Integer.MAX_VALUE)),
                        runs::explain),
                new ToolKind(
                        "rank_nodes",
                        List.of(text("by"), text("target"), text("instrument"), weeks(), whole("limit", 1, MOST_ROWS)),
                        runs::rank),
                new ToolKind(
                        "compare_scenarios",
                        List.of(
                                text("scenario"),
                                texts("restrict"),
                                text("other_scenario"),
                                texts("other_restrict"),
                                weeks(),
                                whole("samples", 0, MOST_SAMPLES),
                                whole("seed", 0, Integer.MAX_VALUE)),
                        runs::compare));
    }

    private static ToolKind.Parameter weeks() {
        return whole("weeks", 1, Scenario.DEFAULT_HORIZON_WEEKS * 2);
    }
}

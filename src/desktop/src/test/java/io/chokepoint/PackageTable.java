package io.chokepoint;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;

/** What each package may use, and why: read by {@link ArchitectureTest}. */
final class PackageTable {
    static final String BASE = "io.chokepoint";

    static final String JGRAPHT = "org.jgrapht..";
    static final String JACKSON = "tools.jackson..";
    static final String FAST_CSV = "de.siegmar.fastcsv..";
    static final String FASTEXCEL = "org.dhatim..";
    static final String PARQUET = "org.apache.parquet..";
    static final String JAVAFX = "javafx..";
    static final String ATLANTAFX = "atlantafx..";
    static final String IKONLI = "org.kordamp.ikonli..";
    static final String PICOCLI = "picocli..";
    static final String OPEN_HTML = "com.openhtmltopdf..";
    static final String PDFBOX = "org.apache.pdfbox..";
    static final String FONTBOX = "org.apache.fontbox..";
    static final String AHO_CORASICK = "org.ahocorasick..";
    static final String JSOUP = "org.jsoup..";
    static final String COMMONMARK = "org.commonmark..";
    static final String LOGGING = "org.slf4j..";
    static final String MCP = "io.modelcontextprotocol..";

    /** What the window's features may know of the program: results and the calls that make them, never the engine. */
    static final String[] USE_CASES = {
        "base",
        "model",
        "scenario",
        "text",
        "data",
        "result",
        "study",
        "analysis",
        "bounds",
        "article",
        "export",
        "export.report",
        "export.living",
        "export.pdf",
        "export.world",
        "export.picture",
        "exchange",
        "exchange.intake",
        "layout"
    };

    static final List<Row> TABLE = List.of(
            row("", "it only joins command line and window").uses("cli", "ui", "ui.support", "data", "scenario"),
            row("base", "everything stands on it, so it stands on nothing"),
            // JGraphT answers for the graph of a dataset; who asks the graph needs no JGraphT.
            row("model", "the domain is plain values that any front end and any test can build")
                    .uses("base")
                    .libraries(JGRAPHT),
            row("scenario", "what somebody does is data, apart from what it does to a run")
                    .uses("base", "model"),
            row("sweep", "who shares units out and keeps them need not know what they are")
                    .uses("base"),
            row("parquet", "a file format that needs no knowledge of what it holds")
                    .libraries(PARQUET),
            row("text", "one bundle of words and one table of countries, whoever speaks")
                    .uses("base"),
            row("data", "file formats stop here: nothing beyond it sees a JSON node or a CSV row")
                    // Whether a loop of goods comes back is tried in runs before it is warned of.
                    .uses("base", "model", "scenario", "text", "network", "simulation")
                    .libraries(JACKSON, FAST_CSV, LOGGING),
            row("network", "names become indices here and nowhere else").uses("base", "model", "scenario"),
            row("result", "what a run says must be readable without the engine").uses("base", "model", "scenario"),
            row("simulation", "the engine knows neither files nor windows")
                    .uses("base", "model", "scenario", "network", "result"),
            // The and/or graph of makers, which only cut sets know, is searched by JGraphT.
            row("analysis", "questions over many runs use the engine, the engine does not know them")
                    .uses("base", "model", "scenario", "network", "result", "simulation", "sweep")
                    .libraries(JGRAPHT),
            row("models", "where makers become firms and flows links; who knows the models of firms knows no datasets")
                    .uses(
                            "base",
                            "model",
                            "scenario",
                            "text",
                            "network",
                            "result",
                            "simulation",
                            "firms",
                            "firms.ario",
                            "firms.daily",
                            "firms.esri"),
            row("study", "window and command line share these calls, so they answer alike")
                    .uses(
                            "base",
                            "model",
                            "scenario",
                            "text",
                            "data",
                            "network",
                            "result",
                            "simulation",
                            "analysis",
                            "models",
                            "sweep"),
            row("api", "other programs enter here, so that all behind it can change")
                    .uses("base", "model", "scenario", "data", "result", "analysis", "study"),
            // Who buys from whom today, maker by maker, is searched by JGraphT too.
            row("bounds.lp", "one solver, replaceable in one place")
                    .uses("base", "model", "scenario", "network")
                    .libraries(JGRAPHT),
            row("bounds", "what needs a native solver stands apart from what does not")
                    .uses(
                            "base",
                            "model",
                            "scenario",
                            "text",
                            "network",
                            "result",
                            "simulation",
                            "analysis",
                            "study",
                            "sweep",
                            "bounds.lp"),
            row("article", "a text becomes drafts without being run, loaded or printed; who reads texts is replaceable")
                    .uses("base", "model", "scenario", "text", "data")
                    .libraries(AHO_CORASICK, JSOUP, COMMONMARK, PDFBOX),
            row("layout", "coordinates are worked out without drawing, so they can be tested without a screen")
                    .uses("model"),
            row("export", "files for people are written from results, not from the window")
                    .uses(
                            "base",
                            "model",
                            "scenario",
                            "result",
                            "study",
                            "analysis",
                            "article",
                            "export.picture",
                            "parquet")
                    .libraries(JACKSON, FAST_CSV),
            row("export.parts", "shares of a sweep are files of numbers, whatever the sweep")
                    .uses("base", "text", "sweep", "parquet"),
            row(
                            "export.report",
                            "the page knows results, and where the graph's nodes stand, but no files and no window")
                    .uses(
                            "base",
                            "model",
                            "scenario",
                            "text",
                            "result",
                            "study",
                            "analysis",
                            "layout",
                            "export",
                            "export.world",
                            "export.picture")
                    .libraries(JACKSON),
            row("export.living", "a page and its run are made and made again in one place, for window and command line")
                    .uses(
                            "base",
                            "model",
                            "scenario",
                            "text",
                            "data",
                            "result",
                            "study",
                            "analysis",
                            "article",
                            "export.report"),
            row("export.world", "one map of the world, for the window and for pages")
                    .uses(),
            row("export.pdf", "what sets a PDF is replaceable in one place")
                    .uses("text", "export.report")
                    .libraries(OPEN_HTML, PDFBOX, FONTBOX, "org.w3c.dom.."),
            row("export.picture", "one picture for the screen, for SVG files and for tests")
                    .uses("base"),
            row(
                            "exchange.intake",
                            "importers share how a draft is made and what is said of it, and know nothing of each other")
                    .uses("base", "data")
                    .libraries(FAST_CSV),
            // The tables of a folder are read as those of anybody else.
            row("exchange.outlet", "what another tool is given is a dataset and a run on it")
                    .uses("base", "data", "result", "exchange.intake"),
            row("exchange.xlsx", "workbooks stop here: nothing beyond sees a cell")
                    .uses("base", "model", "data", "exchange.intake", "exchange.outlet")
                    .libraries(FASTEXCEL),
            row("exchange.links", "nodes and edges mean the same whatever file they come from")
                    .uses("base", "data", "text", "exchange.intake"),
            row("exchange.graph", "graph files stop here")
                    .uses(
                            "base",
                            "model",
                            "scenario",
                            "data",
                            "result",
                            "exchange.intake",
                            "exchange.outlet",
                            "exchange.links")
                    .libraries(JGRAPHT),
            row("exchange.table", "a table of somebody else's is what its mapping says")
                    .uses("base", "data", "exchange.intake", "exchange.links")
                    .libraries(FAST_CSV),
            // A draft is matched to the goods of a dataset and written as any other scenario.
            row("exchange.controls", "a table of measures becomes scenarios, without knowing how these are run")
                    .uses("base", "model", "scenario", "text", "data", "exchange.intake"),
            row("exchange.eto", "five tables become a dataset, and no other importer knows their form")
                    .uses("base", "text", "data", "exchange.intake"),
            row("exchange.mrio", "a matrix of any size is read as a stream, and only what is kept of it leaves")
                    .uses("base", "text", "data", "exchange.intake"),
            row("exchange", "one list of formats, whoever asks: command line or window")
                    .uses(
                            "base",
                            "data",
                            "exchange.intake",
                            "exchange.outlet",
                            "exchange.xlsx",
                            "exchange.graph",
                            "exchange.table",
                            "exchange.controls",
                            "exchange.eto",
                            "exchange.mrio")
                    .libraries(JACKSON, FAST_CSV),
            row(
                            "firms",
                            "a network of millions of firms is arrays, apart from the datasets of goods, and needs no library")
                    .uses("base", "parquet"),
            row("firms.ario", "industries step by step; knows no other model").uses("base", "firms"),
            row("firms.daily", "firms with inventories, day by day; knows no other model")
                    .uses("base", "firms"),
            row("firms.esri", "one package a model of firms, none knows another")
                    .uses("base", "sweep", "firms"),
            row("firms.reach", "counting who is downstream of whom needs links and no model")
                    .uses("base", "firms"),
            row("ui.control", "our controls are reusable because they know nothing of the program")
                    .uses("export.picture")
                    .libraries(JAVAFX),
            row("ui.support", "what the features share")
                    .uses(USE_CASES)
                    .uses("ui.control")
                    .libraries(JAVAFX, ATLANTAFX, IKONLI, LOGGING),
            row("ui", "the window only puts its features together")
                    .uses(USE_CASES)
                    .uses("ui.control", "ui.support", "ui.scenario", "ui.*")
                    .libraries(JAVAFX, ATLANTAFX, IKONLI, LOGGING),
            // What could not be saved is logged.
            row("ui.scenario", "a feature like the others")
                    .uses(USE_CASES)
                    .uses("ui.control", "ui.support")
                    .libraries(JAVAFX, ATLANTAFX, IKONLI, LOGGING),
            row("ui.*", "a feature that knows another cannot be changed alone; they meet in ui.support's state")
                    .uses(USE_CASES)
                    .uses("ui.control", "ui.support")
                    .libraries(JAVAFX, ATLANTAFX, IKONLI),
            row("mcp", "what assistants may ask is one package, and the protocol's library stays in it")
                    .uses("base", "model", "scenario", "text", "data", "result", "study", "analysis")
                    .libraries(MCP, JACKSON, LOGGING),
            row("cli", "the command line does what the window does, without a window")
                    .uses(
                            "mcp",
                            "base",
                            "model",
                            "scenario",
                            "text",
                            "data",
                            "result",
                            "study",
                            "analysis",
                            "bounds",
                            "article",
                            "export",
                            "exchange",
                            "exchange.intake",
                            "exchange.outlet",
                            "firms",
                            "firms.ario",
                            "firms.daily",
                            "firms.esri",
                            "firms.reach",
                            "export.report",
                            "export.living",
                            "export.pdf",
                            "export.parts",
                            "sweep")
                    .libraries(PICOCLI));

    private PackageTable() {}

    static Row rowOf(String packageName) {
        String name = shortName(packageName);
        return TABLE.stream()
                .filter(row -> row.name.equals(name))
                .findFirst()
                .or(() -> TABLE.stream().filter(row -> row.covers(name)).findFirst())
                .orElseThrow(() -> new AssertionError("package '" + packageName + "' has no row in the table"));
    }

    static String shortName(String packageName) {
        return packageName.equals(BASE) ? "" : packageName.substring(BASE.length() + 1);
    }

    static Row row(String name, String reason) {
        return new Row(name, reason);
    }

    /** One package, or with {@code .*} all that are directly below and have no row of their own. */
    static final class Row {
        final String name;
        final String reason;
        final List<String> uses = new ArrayList<>();
        private final List<String> libraries = new ArrayList<>(List.of("java..", "javax..", "org.jspecify.."));

        private Row(String name, String reason) {
            this.name = name;
            this.reason = reason;
        }

        Row uses(String... packages) {
            uses.addAll(List.of(packages));
            return this;
        }

        Row libraries(String... packages) {
            libraries.addAll(List.of(packages));
            return this;
        }

        boolean covers(String packageName) {
            return name.endsWith(".*")
                    && packageName.startsWith(name.substring(0, name.length() - 1))
                    && packageName.indexOf('.', name.length() - 1) < 0;
        }

        DescribedPredicate<JavaClass> allowed(String self) {
            List<String> own = new ArrayList<>(uses);
            own.add(shortName(self));
            DescribedPredicate<JavaClass> ours = DescribedPredicate.describe("in " + own, type -> {
                String home = type.getPackageName();
                return home.startsWith(BASE)
                        && (own.contains(shortName(home))
                                || own.contains(rowOf(home).name) && !covers(shortName(home)));
            });
            return ours.or(resideInAnyPackage(libraries.toArray(String[]::new)));
        }
    }
}

package io.chokepoint;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may use whom. A package that is not in {@link #TABLE} fails the build, so does an import that its row does not name; a
 * new edge needs its reason here and, where it changes the picture, a decision record (src/docs/adr).
 */
class ArchitectureTest {
    private static final String BASE = "io.chokepoint";

    private static final String JGRAPHT = "org.jgrapht..";
    private static final String JACKSON = "tools.jackson..";
    private static final String FAST_CSV = "de.siegmar.fastcsv..";
    private static final String FASTEXCEL = "org.dhatim..";
    private static final String PARQUET = "org.apache.parquet..";
    private static final String OR_TOOLS = "com.google.ortools..";
    private static final String JAVAFX = "javafx..";
    private static final String ATLANTAFX = "atlantafx..";
    private static final String IKONLI = "org.kordamp.ikonli..";
    private static final String PICOCLI = "picocli..";
    private static final String OPEN_HTML = "com.openhtmltopdf..";
    private static final String PDFBOX = "org.apache.pdfbox..";
    private static final String FONTBOX = "org.apache.fontbox..";
    private static final String LOGGING = "org.slf4j..";
    private static final String MCP = "io.modelcontextprotocol..";

    /** What the window's features may know of the program: results and the calls that make them, never the engine. */
    private static final String[] USE_CASES = {
        "base",
        "model",
        "scenario",
        "text",
        "data",
        "result",
        "study",
        "analysis",
        "bounds",
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

    private static final List<Row> TABLE = List.of(
            row("", "it only joins command line and window").uses("cli", "ui", "ui.support", "data", "scenario"),
            row("base", "everything stands on it, so it stands on nothing"),
            // JGraphT answers for the graph of a dataset; who asks the graph needs no JGraphT.
            row("model", "the domain is plain values that any front end and any test can build")
                    .uses("base")
                    .libraries(JGRAPHT),
            row("scenario", "what somebody does is data, apart from what it does to a run")
                    .uses("base", "model"),
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
                    .uses("base", "model", "scenario", "network", "result", "simulation")
                    .libraries(JGRAPHT),
            row("study", "window and command line share these calls, so they answer alike")
                    .uses("base", "model", "scenario", "text", "data", "network", "result", "simulation", "analysis"),
            row("api", "other programs enter here, so that all behind it can change")
                    .uses("base", "model", "scenario", "data", "result", "analysis", "study"),
            // Who buys from whom today, maker by maker, is searched by JGraphT too.
            row("bounds.lp", "one solver, replaceable in one place")
                    .uses("base", "model", "scenario", "network")
                    .libraries(OR_TOOLS, JGRAPHT),
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
                            "bounds.lp"),
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
                            "export.picture",
                            "export.parquet")
                    .libraries(JACKSON, FAST_CSV),
            row("export.parquet", "a file format that needs no knowledge of what it holds")
                    .libraries(PARQUET),
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
                    .uses("base", "scenario", "data", "result", "study", "analysis", "export.report"),
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
                            "export",
                            "exchange",
                            "exchange.intake",
                            "exchange.outlet",
                            "export.report",
                            "export.living",
                            "export.pdf")
                    .libraries(PICOCLI));

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages(BASE);

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyWhatTheTableAllows() {
        return packages()
                .map(found -> DynamicTest.dynamicTest(found.getName(), () -> {
                    Row row = rowOf(found.getName());
                    classes()
                            .that()
                            .resideInAPackage(found.getName())
                            .should()
                            .onlyDependOnClassesThat(row.allowed(found.getName()))
                            .because(row.reason)
                            .check(PROGRAM);
                }));
    }

    /** What the features of the window may use is one list for all of them; every other row names what is used and no more. */
    @TestFactory
    Stream<DynamicTest> rowsNamePackagesThatAreThereAndEdgesThatAreUsed() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.name.isEmpty() ? BASE : row.name, () -> {
                    List<JavaPackage> covered = packages()
                            .filter(found -> rowOf(found.getName()) == row)
                            .toList();
                    assertThat(covered).as("packages of the row '%s'", row.name).isNotEmpty();
                    if (!row.uses.containsAll(List.of(USE_CASES))) {
                        assertThat(covered.stream()
                                        .flatMap(found -> found.getClasses().stream())
                                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                        .map(edge -> edge.getTargetClass().getPackageName())
                                        .filter(home -> home.startsWith(BASE))
                                        .map(ArchitectureTest::shortName))
                                .as("what '%s' uses", row.name)
                                .containsAll(row.uses);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> packagesStateTheirPurposeAndAreNullMarked() {
        return packages()
                .map(found -> DynamicTest.dynamicTest(
                        found.getName(),
                        () -> assertThat(found.tryGetPackageInfo())
                                .as("package-info.java of %s", found.getName())
                                .hasValueSatisfying(info -> assertThat(info.isAnnotatedWith(NullMarked.class))
                                        .as("@NullMarked on %s", found.getName())
                                        .isTrue())));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle of packages is one large package")
                .check(PROGRAM);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        confine(JAVAFX, "the engine and the command line must run without a window system", "ui..");
        confine(JACKSON, "file formats stop at the edge", "data", "export", "export.report", "exchange..", "mcp");
        confine(FAST_CSV, "file formats stop at the edge", "data", "export", "exchange..");
        confine(FASTEXCEL, "file formats stop at the edge", "exchange.xlsx");
        confine(PARQUET, "file formats stop at the edge", "export.parquet");
        confine(OR_TOOLS, "the solver is replaceable, and its natives may be missing", "bounds.lp");
        confine(
                JGRAPHT,
                "what hangs on what is asked of the dataset's graph",
                "model",
                "analysis",
                "bounds.lp",
                "exchange.graph");
        confine(OPEN_HTML, "the setter is replaceable", "export.pdf");
        confine(PDFBOX, "the setter is replaceable", "export.pdf");
        confine(MCP, "the protocol is replaceable in one place", "mcp");
        confine(PICOCLI, "options are the command line's business", "cli");
    }

    private static void confine(String library, String reason, String... homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        Stream.of(homes).map(home -> BASE + "." + home).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .check(PROGRAM);
    }

    @Test
    void onlyTheCommandLineSpeaksToTheTerminalAndEndsTheProcess() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(BASE, BASE + ".cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("a library must not print or end the program; scripts rely on what is on standard output");
        rule.check(PROGRAM);
    }

    @Test
    void onlyTheRegistryNamesAModel() {
        DescribedPredicate<JavaClass> model = DescribedPredicate.describe(
                "a model",
                (JavaClass type) -> !type.isInterface() && type.isAssignableTo(BASE + ".simulation.PropagationModel"));
        // The loader tries loops of goods in the model whose stocks and orders decide what becomes of them.
        noClasses()
                .that(DescribedPredicate.not(
                        nameMatching(".*\\.(ModelRegistry|data\\.LoopTrial|simulation\\.[A-Za-z]*Model(\\$.*)?)")))
                .should()
                .dependOnClassesThat(model)
                .because("whoever names a model cannot be run with another one")
                .check(PROGRAM);
        assertThat(PROGRAM.that(model)).hasSizeGreaterThan(1);
    }

    @Test
    void nobodyStartsThreadsOfTheirOwn() {
        noClasses()
                .should()
                .callConstructorWhere(target(owner(DescribedPredicate.describe(
                        "java.lang.Thread", (JavaClass type) -> type.isEquivalentTo(Thread.class)))))
                .orShould()
                .callMethodWhere(target(nameMatching("parallelStream")))
                .because("parallel work goes through executors that can be cancelled, and results do not depend on it")
                .check(PROGRAM);
    }

    @Test
    void runsAreTheSameOnEveryMachine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        BASE + ".network..",
                        BASE + ".simulation..",
                        BASE + ".analysis..",
                        BASE + ".bounds..",
                        BASE + ".result..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethodWhere(platformDependentMathematics())
                .because("Math's functions may differ in the last digit between machines; StrictMath's do not")
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaAccess<?>> platformDependentMathematics() {
        return target(nameMatching("random|exp|log|log10|pow|sin|cos|tan|cbrt|expm1|log1p|tanh|atan2|hypot"))
                .and(target(owner(DescribedPredicate.describe(
                        "java.lang.Math", (JavaClass type) -> type.isEquivalentTo(Math.class)))))
                .forSubtype();
    }

    @Test
    void viewModelsWorkWithoutAScreen() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
                .because("a view model is tested without a toolkit")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void domainObjectsDoNotChange() {
        fields().that()
                .areDeclaredInClassesThat(resideInAnyPackage(BASE + ".model", BASE + ".scenario", BASE + ".result")
                        .and(DescribedPredicate.not(nameMatching(".*(Builder|Parser)"))))
                .should()
                .beFinal()
                .because("results are shared between threads and compared by value")
                .check(PROGRAM);
    }

    @Test
    void awtOnlyEncodesPictures() {
        noClasses()
                .that(DescribedPredicate.not(nameMatching(".*Png.*|.*\\.export\\.pdf\\..*")))
                .should()
                .dependOnClassesThat(resideInAPackage("java.awt.."))
                .because(
                        "AWT and JavaFX do not mix; the JDK's picture encoder, and outlines for a PDF, are all we need of it")
                .check(PROGRAM);
    }

    private static Stream<JavaPackage> packages() {
        JavaPackage base = PROGRAM.getPackage(BASE);
        return Stream.concat(Stream.of(base), base.getSubpackagesInTree().stream())
                .filter(found -> !found.getClasses().isEmpty())
                .sorted(Comparator.comparing(JavaPackage::getName));
    }

    private static Row rowOf(String packageName) {
        String name = shortName(packageName);
        return TABLE.stream()
                .filter(row -> row.name.equals(name))
                .findFirst()
                .or(() -> TABLE.stream().filter(row -> row.covers(name)).findFirst())
                .orElseThrow(() -> new AssertionError("package '" + packageName + "' has no row in the table"));
    }

    private static String shortName(String packageName) {
        return packageName.equals(BASE) ? "" : packageName.substring(BASE.length() + 1);
    }

    private static Row row(String name, String reason) {
        return new Row(name, reason);
    }

    /** One package, or with {@code .*} all that are directly below and have no row of their own. */
    private static final class Row {
        private final String name;
        private final String reason;
        private final List<String> uses = new ArrayList<>();
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

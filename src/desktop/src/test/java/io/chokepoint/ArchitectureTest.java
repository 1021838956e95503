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
import static io.chokepoint.PackageTable.AHO_CORASICK;
import static io.chokepoint.PackageTable.BASE;
import static io.chokepoint.PackageTable.COMMONMARK;
import static io.chokepoint.PackageTable.FASTEXCEL;
import static io.chokepoint.PackageTable.FAST_CSV;
import static io.chokepoint.PackageTable.JACKSON;
import static io.chokepoint.PackageTable.JAVAFX;
import static io.chokepoint.PackageTable.JGRAPHT;
import static io.chokepoint.PackageTable.JSOUP;
import static io.chokepoint.PackageTable.MCP;
import static io.chokepoint.PackageTable.OPEN_HTML;
import static io.chokepoint.PackageTable.PARQUET;
import static io.chokepoint.PackageTable.PDFBOX;
import static io.chokepoint.PackageTable.PICOCLI;
import static io.chokepoint.PackageTable.TABLE;
import static io.chokepoint.PackageTable.USE_CASES;
import static io.chokepoint.PackageTable.rowOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may use whom. A package that is not in {@link PackageTable} fails the build, so does an import that its row does not name; a
 * new edge needs its reason here and, where it changes the picture, a decision record (src/docs/adr).
 */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages(BASE);

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyWhatTheTableAllows() {
        return packages()
                .map(found -> DynamicTest.dynamicTest(found.getName(), () -> {
                    PackageTable.Row row = rowOf(found.getName());
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
                                        .map(PackageTable::shortName))
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
        confine(PARQUET, "file formats stop at the edge", "parquet");
        confine(
                "java.lang.foreign..",
                "native libraries may be missing, and what then is decided in one place each: solver, window toolkit",
                "bounds.lp",
                "ui");
        confine(
                JGRAPHT,
                "what hangs on what is asked of the dataset's graph",
                "model",
                "analysis",
                "bounds.lp",
                "exchange.graph");
        confine(OPEN_HTML, "the setter is replaceable", "export.pdf");
        confine(PDFBOX, "the setter and the reader are replaceable", "export.pdf", "article");
        confine(AHO_CORASICK, "the matcher is replaceable", "article");
        confine(JSOUP, "pages are read in one place", "article");
        confine(COMMONMARK, "Markdown is read in one place", "article");
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
                .that(DescribedPredicate.not(nameMatching(
                        ".*\\.(ModelRegistry|data\\.LoopTrial|(simulation|models)\\.[A-Za-z]*Model(\\$.*)?)")))
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
                        BASE + ".firms..",
                        BASE + ".models..",
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
}

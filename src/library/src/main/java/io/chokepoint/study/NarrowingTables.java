package io.chokepoint.study;

import io.chokepoint.analysis.FigureGroup;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.Narrowing;
import io.chokepoint.analysis.Narrowing.Gain;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What would narrow the answers about a good, as rows of text: one a kind of figure, one a single figure. */
public final class NarrowingTables {
    private final List<NarrowingAnswer> answers;
    private final FigureNames names;

    public NarrowingTables(List<NarrowingAnswer> answers, FigureNames names) {
        this.answers = List.copyOf(answers);
        this.names = names;
    }

    /** Whether there is anything to tell: runs enough, and an answer that is not the same in all. */
    public boolean tell() {
        return answers.stream().anyMatch(answer -> answer.narrowing().hasWidth());
    }

    /** On how many runs it rests. */
    public int runs() {
        return answers.getFirst().narrowing().runs();
    }

    /** The heading over all of it. */
    public static String title() {
        return Texts.get("narrow.title");
    }

    /** Of what and on which runs, or that there are too few of them. */
    public static String on(MonteCarloResult drawn, Good good) {
        return drawn.tellsPrecision()
                ? Texts.get("narrow.of", good.name(), drawn.runsKept(), drawn.seed())
                : Texts.get("samples.tooFew", drawn.runs(), MonteCarloResult.FEWEST_FOR_PRECISION);
    }

    /** What the rows of single figures are, or that there are none. */
    public String single() {
        return figureRows().isEmpty() ? Texts.get("narrow.noFigure", runs()) : Texts.get("narrow.single") + ".";
    }

    /** How to read the rows. */
    public static String legend() {
        return Texts.get("narrow.legend");
    }

    /** Kind of figure, how many, then one column an answer. */
    public List<String> classHeadings() {
        return cells(
                answers.stream().map(NarrowingAnswer::what),
                Texts.get("narrow.column.known"),
                Texts.get("narrow.column.figures"));
    }

    /** The bands as they are, then a row for each kind, what would narrow the first answer most first. */
    public List<List<String>> classRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(cells(answers.stream().map(NarrowingAnswer::band), Texts.get("narrow.now"), ""));
        Map<FigureGroup, Integer> groups = new LinkedHashMap<>();
        answers.forEach(
                answer -> answer.narrowing().clearClasses().forEach(of -> groups.put(of.group(), of.figures())));
        answers.forEach(answer -> answer.narrowing().classes().stream()
                .sorted((a, b) -> a.group().compareTo(b.group()))
                .forEach(of -> groups.putIfAbsent(of.group(), of.figures())));
        groups.forEach((group, figures) -> rows.add(cells(
                answers.stream().map(answer -> ofClass(answer.narrowing(), group)),
                NarrowingAnswer.name(group),
                group == FigureGroup.RULE ? "" : Integer.toString(figures))));
        return rows;
    }

    /** Figure, value, basis, then one column an answer. */
    public List<String> figureHeadings() {
        return cells(
                answers.stream().map(NarrowingAnswer::what),
                Texts.get("narrow.column.known"),
                Texts.get("narrow.column.value"),
                Texts.get("narrow.column.basis"));
    }

    /** The single figures that are clear in any answer; often none. */
    public List<List<String>> figureRows() {
        Map<String, Figure> shown = new LinkedHashMap<>();
        answers.forEach(answer -> answer.narrowing()
                .figures()
                .forEach(of -> shown.putIfAbsent(of.figure().id(), of.figure())));
        return shown.values().stream()
                .map(figure -> cells(
                        answers.stream().map(answer -> ofFigure(answer.narrowing(), figure)),
                        names.of(figure),
                        Wording.valueWithRange(figure),
                        figure.evidence().basis().id()))
                .toList();
    }

    private static List<String> cells(Stream<String> ofAnswers, String... before) {
        return Stream.concat(Stream.of(before), ofAnswers).toList();
    }

    private static String ofClass(Narrowing narrowing, FigureGroup group) {
        return words(
                narrowing,
                narrowing.classes().stream()
                        .filter(of -> of.group() == group)
                        .map(Narrowing.OfClass::gain)
                        .findFirst());
    }

    private static String ofFigure(Narrowing narrowing, Figure figure) {
        return words(
                narrowing,
                narrowing.figures().stream()
                        .filter(of -> of.figure().id().equals(figure.id()))
                        .map(Narrowing.OfFigure::gain)
                        .findFirst());
    }

    private static String words(Narrowing narrowing, Optional<Gain> gain) {
        return narrowing.hasWidth()
                ? gain.map(NarrowingAnswer::words).orElseGet(() -> Texts.get("narrow.chance"))
                : Texts.get("narrow.same");
    }
}

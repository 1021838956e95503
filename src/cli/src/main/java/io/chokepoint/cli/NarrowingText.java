package io.chokepoint.cli;

import io.chokepoint.analysis.FigureGroup;
import io.chokepoint.analysis.Narrowing;
import io.chokepoint.analysis.Narrowing.Gain;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.model.Figure;
import io.chokepoint.study.FigureNames;
import io.chokepoint.study.NarrowingAnswer;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What would narrow the bands of a good's answers most, for reading. */
final class NarrowingText {
    private NarrowingText() {}

    /** @return empty with too few runs to tell, or where the good loses the same in all */
    static String of(String name, List<NarrowingAnswer> answers, FigureNames names) {
        if (answers.stream().noneMatch(answer -> answer.narrowing().hasWidth())) {
            return "";
        }
        int runs = answers.getFirst().narrowing().runs();
        return "\n" + Texts.get("narrow.title") + ": " + name + ".\n\n" + classes(answers) + "\n"
                + figures(answers, names, runs) + "\n" + Texts.get("narrow.legend") + "\n";
    }

    private static String classes(List<NarrowingAnswer> answers) {
        TextTable table = table(answers, Column.text(Texts.get("narrow.column.known")), Column.figures(Texts.get("narrow.column.figures")));
        table.row(cells(answers.stream().map(NarrowingAnswer::band), Texts.get("narrow.now"), ""));
        Map<FigureGroup, Integer> groups = new LinkedHashMap<>();
        answers.forEach(answer ->
                answer.narrowing().classes().forEach(of -> groups.putIfAbsent(of.group(), of.figures())));
        groups.forEach((group, figures) -> table.row(cells(
                answers.stream().map(answer -> ofClass(answer.narrowing(), group)),
                NarrowingAnswer.name(group),
                group == FigureGroup.RULE ? "" : Integer.toString(figures))));
        return table.text();
    }

    private static String figures(List<NarrowingAnswer> answers, FigureNames names, int runs) {
        Map<Figure, String> shown = new LinkedHashMap<>();
        answers.forEach(answer -> answer.narrowing()
                .figures()
                .forEach(of -> shown.putIfAbsent(of.figure(), names.of(of.figure()))));
        if (shown.isEmpty()) {
            return Texts.get("narrow.noFigure", runs) + "\n";
        }
        TextTable table = table(
                answers,
                Column.text(Texts.get("narrow.column.known")),
                Column.text(Texts.get("narrow.column.value")),
                Column.text(Texts.get("narrow.column.basis")));
        shown.forEach((figure, name) -> table.row(cells(
                answers.stream().map(answer -> ofFigure(answer.narrowing(), figure)),
                name,
                Wording.valueWithRange(figure),
                figure.evidence().basis().id())));
        return Texts.get("narrow.single") + ".\n\n" + table.text();
    }

    private static TextTable table(List<NarrowingAnswer> answers, Column... before) {
        List<Column> columns = new ArrayList<>(List.of(before));
        answers.forEach(answer -> columns.add(Column.figures(answer.what())));
        return new TextTable(columns.toArray(Column[]::new));
    }

    private static String[] cells(Stream<String> ofAnswers, String... before) {
        return Stream.concat(Stream.of(before), ofAnswers).toArray(String[]::new);
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
                        .filter(of -> of.figure().equals(figure))
                        .map(Narrowing.OfFigure::gain)
                        .findFirst());
    }

    private static String words(Narrowing narrowing, Optional<Gain> gain) {
        return narrowing.hasWidth()
                ? gain.map(NarrowingAnswer::words).orElseGet(() -> Texts.get("narrow.chance"))
                : Texts.get("narrow.same");
    }
}

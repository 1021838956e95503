package io.chokepoint.ui.matrix;

import io.chokepoint.base.Amounts;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.matrix.MatrixContent.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What the matrix says in four facts: which good hits most, which does so fastest, which hardest, and how sure that is. */
final class MatrixFacts {
    private static final String UNKNOWN = "…";

    private MatrixFacts() {}

    /** @param content empty while it is being worked out */
    static List<Fact> of(Optional<MatrixContent> content) {
        return List.of(
                content.flatMap(MatrixFacts::who).orElse(fact("answer.who", UNKNOWN, "")),
                content.flatMap(MatrixFacts::when).orElse(fact("answer.when", UNKNOWN, "")),
                content.flatMap(MatrixFacts::hard).orElse(fact("answer.howHard", UNKNOWN, "")),
                fact(
                        "answer.howSure",
                        Texts.get("answer.central"),
                        content.map(now -> Texts.get("matrix.fact.sure.detail", now.swept(), now.stopWeeks()))
                                .orElse("")));
    }

    private static Fact fact(String question, String answer, String detail) {
        return new Fact(Texts.get(question), answer, detail);
    }

    /** Most columns; of those the largest loss. */
    private static Optional<Fact> who(MatrixContent content) {
        ToIntFunction<Row> hit = row -> (int) Arrays.stream(row.lost())
                .filter(lost -> lost >= MatrixContent.LEAST)
                .count();
        return content.rows().stream()
                .max(Comparator.comparingInt(hit).thenComparingDouble(Row::sum))
                .map(row -> fact(
                        "answer.who",
                        Texts.get(
                                "matrix.fact.who",
                                row.good().shortName(),
                                hit.applyAsInt(row),
                                content.counted(content.columns().size())),
                        Texts.get(
                                "matrix.fact.who.detail",
                                content.rows().stream()
                                        .filter(other -> hit.applyAsInt(other)
                                                == content.columns().size())
                                        .count(),
                                content.columns().size())));
    }

    private static Optional<Fact> when(MatrixContent content) {
        Comparator<Row> byWeek = Comparator.comparingInt(row -> firstWeek(row).orElse(Integer.MAX_VALUE));
        List<Row> falling = content.rows().stream()
                .filter(row -> firstWeek(row).isPresent())
                .sorted(byWeek)
                .toList();
        if (falling.isEmpty()) {
            return Optional.empty();
        }
        Row first = falling.getFirst();
        Row last = falling.getLast();
        return Optional.of(fact(
                "answer.when",
                Texts.get(
                        "matrix.fact.when",
                        first.good().shortName(),
                        firstWeek(first).orElse(0)),
                Texts.get(
                        "matrix.fact.when.detail",
                        last.good().shortName(),
                        firstWeek(last).orElse(0))));
    }

    /** The first week in which any of them falls short. */
    private static Optional<Integer> firstWeek(Row row) {
        return Arrays.stream(row.first()).filter(week -> week >= 0).boxed().min(Comparator.naturalOrder());
    }

    private static Optional<Fact> hard(MatrixContent content) {
        return content.rows().stream()
                .max(Comparator.comparingDouble(Row::sum))
                .map(row -> fact(
                        "answer.howHard",
                        Texts.get("matrix.fact.hard", row.good().shortName(), content.words(row.sum())),
                        Texts.get(
                                content.isMoney() ? "matrix.fact.hard.money" : "matrix.fact.hard.detail",
                                content.counted(content.columns().size()),
                                Amounts.number(Arrays.stream(row.lost()).max().orElse(0)))));
    }
}

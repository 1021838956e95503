package io.chokepoint.study;

import io.chokepoint.study.BacktestRow.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How past episodes came out.
 *
 * @param episodesInRange episodes all of whose observations are in range
 */
public record BacktestScore(
        int observations, int inRange, int overPredicts, int underPredicts, int episodes, int episodesInRange) {

    public static BacktestScore of(List<BacktestRow> rows) {
        Collection<List<BacktestRow>> byEpisode = rows.stream()
                .collect(Collectors.groupingBy(row -> row.episode().scenario().id()))
                .values();
        return new BacktestScore(
                rows.size(),
                count(rows, Verdict.IN_RANGE),
                count(rows, Verdict.OVER_PREDICTS),
                count(rows, Verdict.UNDER_PREDICTS),
                byEpisode.size(),
                (int) byEpisode.stream()
                        .filter(own -> count(own, Verdict.IN_RANGE) == own.size())
                        .count());
    }

    private static int count(List<BacktestRow> rows, Verdict verdict) {
        return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}

package io.chokepoint.ui.models;

import io.chokepoint.base.Amounts;
import io.chokepoint.study.AssumptionShares;
import io.chokepoint.study.AssumptionShares.Gap;
import io.chokepoint.study.AssumptionShares.Share;
import io.chokepoint.study.ModelAnswers;
import io.chokepoint.study.ModelAnswers.Row;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The answers in sentences. */
final class ModelsWords {
    /** Patterns that are said beside what all models hurt. */
    private static final int MOST_PATTERNS = 2;

    /** Less than this part of usual output is nothing. */
    static final double LEAST = 0.005;

    private ModelsWords() {}

    static String name(String model) {
        return Texts.get("models.name." + model);
    }

    /** Where they agree: which goods all hurt, and which only some. */
    static String agreement(ModelAnswers answers) {
        List<Row> goods = answers.goods();
        int all = (1 << ModelAnswers.MODELS.size()) - 1;
        Map<Integer, Long> counts = goods.stream()
                .collect(Collectors.groupingBy(ModelsWords::pattern, TreeMap::new, Collectors.counting()));
        long agreed = counts.getOrDefault(all, 0L);
        List<String> parts = new ArrayList<>();
        parts.add(Texts.get(agreed == 0 ? "models.agree.none" : "models.agree.all", agreed, goods.size()));
        counts.entrySet().stream()
                .filter(entry -> entry.getKey() != all)
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_PATTERNS)
                .forEach(entry -> parts.add(pattern(entry.getKey(), entry.getValue())));
        return String.join(" ", parts);
    }

    private static int pattern(Row row) {
        return IntStream.range(0, ModelAnswers.MODELS.size())
                .filter(row::isHurt)
                .map(model -> 1 << model)
                .sum();
    }

    private static String pattern(int mask, long count) {
        List<String> hurt = names(mask);
        List<String> spare = names(~mask);
        return spare.size() == 1
                ? Texts.get("models.agree.onlySpares", spare.getFirst(), count)
                : Texts.get("models.agree.onlyHurts", Amounts.list(hurt, hurt.size()), count);
    }

    private static List<String> names(int mask) {
        return IntStream.range(0, ModelAnswers.MODELS.size())
                .filter(model -> (mask & 1 << model) != 0)
                .mapToObj(model -> Texts.get("models.inSentence." + ModelAnswers.MODELS.get(model)))
                .toList();
    }

    /** What of the gap over all goods each model's assumptions explain, for those that are known. */
    static String difference(Map<String, AssumptionShares> shares) {
        return shares.entrySet().stream()
                .map(entry -> difference(entry.getKey(), entry.getValue().overall()))
                .collect(Collectors.joining(" "));
    }

    private static String difference(String model, Gap gap) {
        if (gap.size() < LEAST) {
            return Texts.get("models.differs.not", name(model));
        }
        Optional<Share> largest = gap.shares().stream()
                .filter(share -> share.mean() > 0 && share.names().size() == 1)
                .max(Comparator.comparingDouble(Share::mean));
        if (gap.rest() > largest.map(Share::mean).orElse(0.0)) {
            return Texts.get(
                    gap.rest() > gap.size() ? "models.differs.rulesBeyond" : "models.differs.rules",
                    name(model),
                    points(gap.size()),
                    part(gap.rest(), gap.size()));
        }
        return largest.map(share -> Texts.get(
                        share.mean() > gap.size() ? "models.differs.beyond" : "models.differs.by",
                        name(model),
                        points(gap.size()),
                        share.names().getFirst(),
                        part(share.mean(), gap.size())))
                .orElse("");
    }

    /** "97 %"; more than the whole where others work against it. */
    private static String part(double of, double gap) {
        return Amounts.percent(of / gap);
    }

    /** Points of usual output without a sign. */
    static String points(double part) {
        return Texts.get("models.points", Amounts.number(100 * Math.abs(part)));
    }

    static String signed(double part) {
        return Math.abs(part) < LEAST / 10 ? "0" : (part > 0 ? "+" : "−") + points(part);
    }

    /** One assumption, or those that were taken over together. */
    static String assumptions(Share share) {
        return share.names().size() == 1
                ? share.names().getFirst()
                : Texts.get("models.together", share.names().size());
    }

    /** What the model assumes there. */
    static String assumed(Share share, String model) {
        return share.names().size() == 1 ? share.assumed(model).getFirst() : String.join("; ", share.names());
    }

    static String output(OptionalDouble value) {
        return value.isPresent() ? Amounts.output(value.getAsDouble()) : "–";
    }
}

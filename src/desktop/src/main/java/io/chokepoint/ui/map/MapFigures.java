package io.chokepoint.ui.map;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SalesLost;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Dollars;
import io.chokepoint.study.FlowBook;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.map.MapContent.Arc;
import io.chokepoint.ui.map.MapContent.CountryFigure;
import io.chokepoint.ui.map.MapContent.Detail;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.MapMeasure.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out the figures of the map. */
final class MapFigures {
    private static final int MOST_ARCS = 12;
    private static final int MOST_GOODS_SAID = 4;

    /** Deliveries of less are no arc: US$ million a year, or parts of world output. */
    private static final double LEAST_ARC = 1e-3;

    /** Figures that round to nothing are left out. */
    private static final double LEAST = 0.0005;

    /** Less is no money; see {@link Dollars}. */
    private static final double LEAST_MILLIONS = 0.05;

    private final Answer answer;
    private final SimulationResult result;
    private final Optional<FlowBook> book;
    private Span span = Span.HORIZON;
    private int week;

    /** @param book empty where the flows are not known */
    MapFigures(Answer answer, Optional<FlowBook> book) {
        this.answer = answer;
        this.result = answer.result();
        this.book = book;
    }

    /** Over the whole run, with no good selected. */
    MapContent content(MapMeasure measure, Optional<Good> chosen) {
        return content(measure, Span.HORIZON, 0, chosen, Optional.empty());
    }

    /**
     * @param wanted what is to be shown; without values in the dataset, sales stand for money
     * @param shownWeek of the run, where the span is a week
     * @param chosen the good meant; empty for all that the measure is about
     * @param selected the good whose makers are marked
     */
    MapContent content(MapMeasure wanted, Span over, int shownWeek, Optional<Good> chosen, Optional<Good> selected) {
        MapMeasure measure = wanted == MapMeasure.MONEY && result.prices().isEmpty() ? MapMeasure.SALES : wanted;
        span = measure.hasSpan() ? over : Span.HORIZON;
        week = Math.clamp(shownWeek, 0, result.weeks() - 1);
        Set<String> restricting = restricting();
        List<CountryFigure> countries = new ArrayList<>();
        sums(measure, goods(measure, chosen)).forEach((code, sum) -> {
            double value = sum.base > 0 ? sum.part / sum.base : 0;
            if (Math.abs(value) >= least(measure)) {
                countries.add(new CountryFigure(
                        code,
                        Countries.name(code),
                        value,
                        text(measure, value),
                        restricting.contains(code),
                        sum.sorted(least(measure))));
            }
        });
        countries.sort(Comparator.comparingDouble(CountryFigure::value).reversed());
        String of = chosen.map(Good::shortName)
                .orElseGet(() ->
                        Texts.get("map.all." + measure, goods(measure, chosen).size()));
        String when = span == Span.WEEK
                ? Texts.get("map.inWeek", week)
                : Texts.get("map.overWeeks", Amounts.weeks(result.weeks()));
        String explanation = Texts.get("map.explains." + measure, of, when);
        List<Arc> arcs = arcs(chosen);
        return new MapContent(
                measure,
                span,
                measure.hasSpan()
                        ? Texts.get("map.head." + measure + "." + span, week)
                        : Texts.get("map.head." + measure),
                wanted == measure ? explanation : Texts.get("map.noValues") + " " + explanation,
                countries,
                arcs.stream().limit(MOST_ARCS).toList(),
                arcs.size(),
                result.dataset().hasValues(),
                selected.map(this::baselines).orElse(Map.of()));
    }

    private static double least(MapMeasure measure) {
        return measure == MapMeasure.MONEY ? LEAST_MILLIONS : LEAST;
    }

    private static String text(MapMeasure measure, double value) {
        if (measure == MapMeasure.MONEY) {
            return value < 0 ? "+" + Dollars.brief(-value) : Dollars.brief(value);
        }
        String size = Amounts.percent(Math.abs(value));
        if (measure != MapMeasure.SALES) {
            return size;
        }
        return (value > 0 ? "−" : "+") + size;
    }

    private List<Good> goods(MapMeasure measure, Optional<Good> chosen) {
        if (chosen.isPresent()) {
            return List.of(chosen.get());
        }
        if (measure == MapMeasure.MONEY) {
            return List.copyOf(result.dataset().goods());
        }
        if (measure != MapMeasure.SALES && !answer.restricted().isEmpty()) {
            return answer.restricted();
        }
        Set<Good> all = new HashSet<>(answer.hit());
        all.addAll(answer.restricted());
        return result.dataset().goods().stream().filter(all::contains).toList();
    }

    /** A country's part and what it is a part of. */
    private static final class Sum {
        double part;
        double base;
        final List<Detail> details = new ArrayList<>();

        List<Detail> sorted(double least) {
            return details.stream()
                    .filter(detail -> Math.abs(detail.value()) >= least)
                    .sorted(Comparator.comparingDouble(detail -> -Math.abs(detail.value())))
                    .toList();
        }
    }

    private Map<String, Sum> sums(MapMeasure measure, List<Good> goods) {
        return switch (measure) {
            case SUPPLY -> supply(goods);
            case SALES -> sales(goods);
            case MONEY -> money(goods);
            case EXPOSURE -> exposure(goods);
        };
    }

    private Map<String, Sum> supply(List<Good> goods) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Good good : goods) {
            baselines(good).forEach((country, share) -> {
                Sum sum = sums.computeIfAbsent(country, unused -> new Sum());
                sum.part += share;
                sum.details.add(new Detail(
                        good, share, Texts.get("map.detail.SUPPLY", good.shortName(), text(MapMeasure.SUPPLY, share))));
            });
        }
        sums.values().forEach(sum -> sum.base = goods.size());
        return sums;
    }

    private Map<String, Double> baselines(Good good) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Supply supply : result.dataset().suppliesOf(good)) {
            shares.merge(supply.provider().country(), result.baseline(supply.activity()), Double::sum);
        }
        return shares;
    }

    private Map<String, Sum> sales(List<Good> goods) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        Map<Good, Map<String, Double>> shares = new HashMap<>();
        for (Good good : goods) {
            Map<String, Double> own = baselines(good);
            shares.put(good, own);
            double weeks = span == Span.WEEK ? 1 : result.weeks();
            own.forEach((country, share) -> sums.computeIfAbsent(country, unused -> new Sum()).base += share * weeks);
        }
        for (SalesLost lost : span == Span.WEEK ? inWeek(goods) : result.salesLost()) {
            Sum sum = sums.get(lost.country());
            Double share = shares.getOrDefault(lost.good(), Map.of()).get(lost.country());
            if (sum == null || share == null) {
                continue;
            }
            sum.part += lost.weeks();
            if (Math.abs(lost.weeks()) < LEAST) {
                continue;
            }
            double own = lost.weeks() / share;
            sum.details.add(new Detail(
                    lost.good(),
                    lost.weeks(),
                    Texts.get(
                            own > 0 ? "map.detail.SALES" : "map.detail.SALES.gain",
                            lost.good().shortName(),
                            span == Span.WEEK ? Amounts.percent(Math.abs(own)) : Amounts.weeks(Math.abs(own)),
                            Amounts.percent(share))));
        }
        return sums;
    }

    /** What the makers of each good and country sell less in the week, in weeks of the good's world output. */
    private List<SalesLost> inWeek(List<Good> goods) {
        List<SalesLost> lost = new ArrayList<>();
        for (Good good : goods) {
            Map<String, Double> own = new LinkedHashMap<>();
            for (Supply supply : result.dataset().suppliesOf(good)) {
                own.merge(
                        supply.provider().country(),
                        result.baseline(supply.activity()) * (1 - result.output(supply.activity(), week)),
                        Double::sum);
            }
            own.forEach((country, weeks) -> lost.add(new SalesLost(country, good, weeks)));
        }
        return lost;
    }

    private Map<String, Sum> money(List<Good> goods) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        RunPrices prices = result.prices().orElse(null);
        if (prices == null) {
            return sums;
        }
        for (Good good : goods) {
            Map<String, RunMoney> own = new LinkedHashMap<>();
            for (Supply supply : result.dataset().suppliesOf(good)) {
                own.merge(supply.provider().country(), money(prices, supply.activity()), RunMoney::plus);
            }
            own.forEach((country, money) -> {
                Sum sum = sums.computeIfAbsent(country, unused -> new Sum());
                sum.base = 1;
                double lost = money.valueAddedLost();
                sum.part += lost;
                if (Math.abs(lost) < LEAST_MILLIONS) {
                    return;
                }
                sum.details.add(new Detail(
                        good,
                        lost,
                        Texts.get(
                                lost < 0 ? "map.detail.MONEY.gain" : "map.detail.MONEY",
                                good.shortName(),
                                Dollars.brief(Math.abs(lost)),
                                Dollars.brief(Math.abs(money.salesLost())))));
            });
        }
        return sums;
    }

    private RunMoney money(RunPrices prices, Activity maker) {
        return span == Span.WEEK
                ? new RunMoney(
                        prices.salesLost(maker, week), prices.valueAddedLost(maker, week), Double.NaN, Double.NaN)
                : prices.money(maker);
    }

    private Map<String, Sum> exposure(List<Good> goods) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        if (book.isEmpty()) {
            return sums;
        }
        for (Good good : goods) {
            Map<String, double[]> own = new LinkedHashMap<>();
            for (FlowBook.Flow flow : book.get().of(good)) {
                double[] parts = own.computeIfAbsent(flow.customerCountry(), unused -> new double[2]);
                parts[1] += flow.part();
                if (FlowBook.isRestricted(flow, result)) {
                    parts[0] += flow.part();
                }
            }
            own.forEach((country, parts) -> {
                Sum sum = sums.computeIfAbsent(country, unused -> new Sum());
                sum.part += parts[0];
                sum.base += parts[1];
                double value = parts[0] / parts[1];
                sum.details.add(new Detail(
                        good,
                        value,
                        Texts.get("map.detail.EXPOSURE", good.shortName(), text(MapMeasure.EXPOSURE, value))));
            });
        }
        return sums;
    }

    private Set<String> restricting() {
        Set<String> codes = new HashSet<>();
        for (Supply supply : result.dataset().supplies()) {
            if (result.scenario().restrictions().stream()
                    .flatMap(restriction -> restriction.terms().select().stream())
                    .anyMatch(selector -> selector.matchesMaker(supply.activity()))) {
                codes.add(supply.provider().country());
            }
        }
        return codes;
    }

    /** Flows that the restrictions hold, between countries, largest first. */
    private List<Arc> arcs(Optional<Good> chosen) {
        if (book.isEmpty()) {
            return List.of();
        }
        List<Good> goods =
                chosen.filter(answer.restricted()::contains).map(List::of).orElse(answer.restricted());
        Map<List<String>, Map<Good, Double>> sums = new LinkedHashMap<>();
        for (Good good : goods) {
            for (FlowBook.Flow flow : book.get().of(good)) {
                String from = flow.maker().provider().country();
                String to = flow.customerCountry();
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to) && FlowBook.isRestricted(flow, result)) {
                    sums.computeIfAbsent(List.of(from, to), unused -> new LinkedHashMap<>())
                            .merge(good, flow.part() * worth(good), Double::sum);
                }
            }
        }
        return sums.entrySet().stream()
                .map(entry -> arc(entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
                .filter(arc -> arc.size() >= LEAST_ARC)
                .sorted(Comparator.comparingDouble(arc -> -arc.size()))
                .toList();
    }

    /** US$ million a year; 1 without values, so that parts of world output are added up. */
    private double worth(Good good) {
        return result.dataset()
                .findValue(good)
                .map(value -> value.value().central())
                .orElse(1.0);
    }

    private Arc arc(String from, String to, Map<Good, Double> goods) {
        double sum = goods.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean isMoney = result.dataset().hasValues();
        StringBuilder hint = new StringBuilder(Texts.get(
                "map.arc",
                Countries.name(from),
                Countries.name(to),
                isMoney ? Texts.get("map.arc.value", Dollars.brief(sum)) : ""));
        List<Map.Entry<Good, Double>> sorted = goods.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
                .toList();
        for (Map.Entry<Good, Double> entry : sorted.subList(0, Math.min(MOST_GOODS_SAID, sorted.size()))) {
            hint.append('\n')
                    .append(Texts.get(
                            "map.arc.good",
                            entry.getKey().shortName(),
                            isMoney ? Dollars.brief(entry.getValue()) : Amounts.percent(entry.getValue())));
        }
        if (sorted.size() > MOST_GOODS_SAID) {
            hint.append('\n').append(Texts.get("map.arc.more", sorted.size() - MOST_GOODS_SAID));
        }
        return new Arc(from, to, sum, hint.toString());
    }
}

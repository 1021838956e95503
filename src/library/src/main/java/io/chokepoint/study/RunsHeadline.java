package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.model.HeadlineGoods;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer of many runs with drawn figures in four facts. Each leads with the middle, which half of the runs lie below, since it is the
 * better guess; the run at central figures is named as such beside it.
 *
 * @param who how many goods are hit in half of the runs or more
 * @param when the first week in which one of the dataset's headline goods falls short, or without any the headline good
 * @param howHard the least output of the headline good
 * @param howSure the range in which 8 of 10 runs lie, how well it is known, and how many runs lie below nine tenths
 * @param known how well the range is known, in few words
 * @param more how sure, at length
 * @param good the headline good of the central run; where that run hits nothing, the good hit in most runs, of the dataset's headline goods if any is
 */
public record RunsHeadline(Fact who, Fact when, Fact howHard, Fact howSure, String known, String more, Good good) {
    /** A good below this part of baseline is said to fall short noticeably. */
    private static final double NOTICED = 0.9;

    private static final double MIDDLE = 0.5;

    /** @return empty where no good at all is there to speak of */
    public static Optional<RunsHeadline> of(Headline central, SimulationResult result, MonteCarloResult drawn) {
        return central.good().or(() -> mostHit(drawn)).map(good -> {
            Spread lowest = drawn.spread(good, Measure.TROUGH);
            String known = drawn.tellsPrecision()
                    ? Texts.get("runs.known", points(lowest.halfWidth()))
                    : Texts.get("samples.tooFewShort");
            return new RunsHeadline(
                    who(central, drawn),
                    when(central, result, drawn, good),
                    Headline.fact(
                            "howHard",
                            good.shortName() + ": " + Amounts.output(lowest.p50()),
                            Texts.get(
                                    "runs.lowest",
                                    runs(drawn),
                                    Amounts.output(result.outcome(good).trough()))),
                    Headline.fact(
                            "howSure",
                            Texts.get("runs.band", range(lowest)),
                            Texts.get("runs.below", known, Amounts.percent(drawn.probabilityBelow(good, NOTICED)))),
                    known,
                    more(drawn, good, lowest),
                    good);
        });
    }

    private static Optional<Good> mostHit(MonteCarloResult drawn) {
        Comparator<Good> byRuns = Comparator.comparingDouble(drawn::probabilityHit);
        List<Good> goods = List.copyOf(drawn.dataset().goods());
        return goods.stream()
                .filter(good -> drawn.dataset().headline().contains(good) && drawn.probabilityHit(good) > 0)
                .max(byRuns)
                .or(() -> goods.stream().max(byRuns));
    }

    private static Fact who(Headline central, MonteCarloResult drawn) {
        List<Good> hit = drawn.dataset().goods().stream()
                .filter(good -> drawn.probabilityHit(good) >= MIDDLE)
                .toList();
        // What a run with drawn figures does not keep is why a good falls; the central run says it.
        List<Good> less = hit.stream().filter(central.hits()::sellsLess).toList();
        List<Good> fall = hit.stream().filter(good -> !less.contains(good)).toList();
        List<Good> told = fall.isEmpty() ? less : fall;
        long chips = told.stream().filter(drawn.dataset().headline()::contains).count();
        long markets = drawn.dataset().markets().stream()
                .filter(market -> drawn.probabilityBelow(market, Outcome.LOSS_LEVEL) >= MIDDLE)
                .count();
        int all = drawn.dataset().goods().size();
        boolean onlyLess = fall.isEmpty() && !less.isEmpty();
        return Headline.fact(
                "whoRuns",
                Texts.count(onlyLess ? "headline.sellLess" : "headline.fallShort", told.size(), all),
                Texts.get(
                        onlyLess ? "runs.whoLess" : "runs.who",
                        Headline.among(drawn.dataset(), chips, markets),
                        onlyLess
                                ? central.hits().sellLess().size()
                                : central.hits().fallShort().size()));
    }

    private static Fact when(Headline central, SimulationResult result, MonteCarloResult drawn, Good good) {
        HeadlineGoods headline = drawn.dataset().headline();
        List<Good> first = headline.goods().stream()
                .filter(one ->
                        central.hits().fallShort().isEmpty() || !central.hits().sellsLess(one))
                .toList();
        boolean isOfHeadline = first.contains(good);
        double[] weeks = new double[drawn.runs()];
        Arrays.fill(weeks, Double.POSITIVE_INFINITY);
        for (Good one : isOfHeadline ? first : List.of(good)) {
            double[] own = drawn.values(one, Measure.FIRST_LOSS);
            for (int run = 0; run < weeks.length; run++) {
                weeks[run] = Math.min(weeks[run], own[run]);
            }
        }
        double early = MonteCarloResult.quantile(weeks, 0.1);
        double middle = MonteCarloResult.quantile(weeks, MIDDLE);
        double late = MonteCarloResult.quantile(weeks, 0.9);
        String subject = isOfHeadline ? Wording.capitalised(headline.many()) : good.shortName();
        boolean same = isOfHeadline || central.good().equals(Optional.of(good));
        OptionalInt week = same && central.week().isPresent()
                ? central.week()
                : result.outcome(good).firstLossWeek();
        return Headline.fact(
                "when",
                Double.isFinite(middle)
                        ? Texts.get("runs.from", subject, week(middle))
                        : Texts.get("runs.notInHalf", subject),
                Texts.get(
                        "runs.weeks",
                        weeks(early, late),
                        week.isPresent() ? String.valueOf(week.getAsInt()) : Texts.get("runs.never")));
    }

    private static String more(MonteCarloResult drawn, Good good, Spread lowest) {
        String known = !drawn.tellsPrecision()
                ? Texts.get("samples.tooFew", drawn.runs(), MonteCarloResult.FEWEST_FOR_PRECISION)
                : drawn.isGoodEnough()
                        ? Texts.get("runs.enough", runs(drawn), points(drawn.bandError()))
                        : Texts.get("runs.sofar", runs(drawn), points(lowest.halfWidth()), points(drawn.bandError()));
        return String.join(
                "\n",
                known,
                Texts.get("runs.belowAtLength", good.name(), Amounts.percent(drawn.probabilityBelow(good, NOTICED))),
                Texts.get("runs.middle"));
    }

    private static String runs(MonteCarloResult drawn) {
        return Amounts.counted(drawn.runs(), Texts.get("word.run.one"), Texts.get("word.run.many"));
    }

    private static String points(double part) {
        String number = Amounts.percentNumber(part);
        return number + " " + Texts.get(number.equals("1") ? "word.point.one" : "word.point.many");
    }

    private static String weeks(double early, double late) {
        String from = week(early);
        String to = week(late);
        return (Double.isFinite(early) ? "week " : "") + (from.equals(to) ? to : from + " to " + to);
    }

    private static String week(double week) {
        return Double.isFinite(week) ? String.valueOf(Math.round(week)) : Texts.get("runs.never");
    }

    private static String range(Spread spread) {
        String low = Amounts.output(spread.p10());
        String high = Amounts.output(spread.p90());
        return low.equals(high) ? high : low.replace(" %", "") + " to " + high;
    }
}

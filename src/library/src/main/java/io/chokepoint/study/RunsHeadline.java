package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline.Fact;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer of many runs with drawn figures in four facts. Each leads with the middle, which half of the runs lie below, since it is the
 * better guess; the run at central figures is named as such beside it.
 *
 * @param who how many goods are hit in half of the runs or more
 * @param when the first week in which a chip falls short, or without chips the headline good
 * @param howHard the least output of the headline good
 * @param howSure the range in which 8 of 10 runs lie, how well it is known, and how many runs lie below nine tenths
 * @param known how well the range is known, in few words
 * @param more how sure, at length
 * @param good the headline good of the central run; where that run hits nothing, the chip or else the good hit in most runs
 */
public record RunsHeadline(Fact who, Fact when, Fact howHard, Fact howSure, String known, String more, Good good) {
    /** A good below this part of baseline is said to fall short noticeably. */
    private static final double NOTICED = 0.9;

    private static final double MIDDLE = 0.5;

    /** @return empty where no good at all is there to speak of */
    public static Optional<RunsHeadline> of(Headline central, SimulationResult result, MonteCarloResult drawn) {
        return central.good().or(() -> mostHit(drawn)).map(good -> {
            Spread lowest = drawn.spread(good, Measure.TROUGH);
            String known = "known to " + points(lowest.halfWidth());
            return new RunsHeadline(
                    who(central, drawn),
                    when(central, result, drawn, good),
                    new Fact(
                            "How hard",
                            good.shortName() + ": " + output(lowest.p50()),
                            "lowest, middle of " + runs(drawn) + "; central run "
                                    + output(result.outcome(good).trough())),
                    new Fact(
                            "How sure",
                            "8 of 10 runs: " + range(lowest),
                            known + "; below 90 % in " + Amounts.percent(drawn.probabilityBelow(good, NOTICED))
                                    + " of runs"),
                    known,
                    more(drawn, good, lowest),
                    good);
        });
    }

    private static Optional<Good> mostHit(MonteCarloResult drawn) {
        Comparator<Good> byRuns = Comparator.comparingDouble(drawn::probabilityHit);
        List<Good> goods = List.copyOf(drawn.dataset().goods());
        return goods.stream()
                .filter(good -> Headline.isChip(good) && drawn.probabilityHit(good) > 0)
                .max(byRuns)
                .or(() -> goods.stream().max(byRuns));
    }

    private static Fact who(Headline central, MonteCarloResult drawn) {
        List<Good> hit = drawn.dataset().goods().stream()
                .filter(good -> drawn.probabilityHit(good) >= MIDDLE)
                .toList();
        long chips = hit.stream().filter(Headline::isChip).count();
        long markets = drawn.dataset().markets().stream()
                .filter(market -> drawn.probabilityBelow(market, Outcome.LOSS_LEVEL) >= MIDDLE)
                .count();
        return new Fact(
                "Who",
                hit.size() + " of " + drawn.dataset().goods().size() + " goods hit in half the runs",
                (chips == 0 ? "no chips" : chips + (chips == 1 ? " chip" : " chips")) + ", "
                        + (markets == 0 ? "no markets" : markets + (markets == 1 ? " market" : " markets"))
                        + "; central run: "
                        + central.hits().all().size() + " goods");
    }

    private static Fact when(Headline central, SimulationResult result, MonteCarloResult drawn, Good good) {
        List<Good> chips = drawn.dataset().goods().stream()
                .filter(Headline::isChip)
                .filter(chip ->
                        central.hits().fallShort().isEmpty() || !central.hits().sellsLess(chip))
                .toList();
        boolean isOfChips = chips.contains(good);
        double[] first = new double[drawn.runs()];
        Arrays.fill(first, Double.POSITIVE_INFINITY);
        for (Good one : isOfChips ? chips : List.of(good)) {
            double[] weeks = drawn.values(one, Measure.FIRST_LOSS);
            for (int run = 0; run < first.length; run++) {
                first[run] = Math.min(first[run], weeks[run]);
            }
        }
        double early = MonteCarloResult.quantile(first, 0.1);
        double middle = MonteCarloResult.quantile(first, MIDDLE);
        double late = MonteCarloResult.quantile(first, 0.9);
        String subject = isOfChips ? "Chips" : good.shortName();
        boolean same = isOfChips || central.good().equals(Optional.of(good));
        String centralWeek = same && central.week().isPresent()
                ? String.valueOf(central.week().getAsInt())
                : result.outcome(good).firstLossWeek().isPresent()
                        ? String.valueOf(result.outcome(good).firstLossWeek().getAsInt())
                        : "never";
        return new Fact(
                "When",
                subject + ": " + (Double.isFinite(middle) ? "from week " + week(middle) : "not in half the runs"),
                "8 of 10: " + weeks(early, late) + "; central run: " + centralWeek);
    }

    private static String more(MonteCarloResult drawn, Good good, Spread lowest) {
        boolean enough = drawn.isGoodEnough();
        return (enough
                        ? runs(drawn)
                                + " are enough: the middle and the range of every good's least output are known to within "
                                + points(drawn.bandError()) + " or better in 19 of 20 cases."
                        : "After " + runs(drawn)
                                + " the middle and the range of this good's least output are known to within "
                                + points(lowest.halfWidth())
                                + " in 19 of 20 cases, those of the good that varies most to within "
                                + points(drawn.bandError()) + ".")
                + "\n" + good.name() + " falls below 90 % in "
                + Amounts.percent(drawn.probabilityBelow(good, NOTICED)) + " of the runs."
                + "\nThe central run takes the likeliest value of every figure at once. The middle, below which half of the runs"
                + " lie, is the better guess.";
    }

    private static String runs(MonteCarloResult drawn) {
        return String.format(Locale.ENGLISH, "%,d", drawn.runs()) + (drawn.runs() == 1 ? " run" : " runs");
    }

    private static String points(double part) {
        String number = Amounts.percentNumber(part);
        return number + (number.equals("1") ? " point" : " points");
    }

    private static String weeks(double early, double late) {
        String from = week(early);
        String to = week(late);
        return (Double.isFinite(early) ? "week " : "") + (from.equals(to) ? to : from + " to " + to);
    }

    private static String week(double week) {
        return Double.isFinite(week) ? String.valueOf(Math.round(week)) : "never";
    }

    private static String range(Spread spread) {
        String low = output(spread.p10());
        String high = output(spread.p90());
        return low.equals(high) ? high : low.replace(" %", "") + " to " + high;
    }

    private static String output(double part) {
        return Amounts.outputNumber(part) + " %";
    }
}

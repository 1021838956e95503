package io.chokepoint.study;

import io.chokepoint.analysis.FigureGroup;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.Narrowing;
import io.chokepoint.analysis.Narrowing.Gain;
import io.chokepoint.analysis.Narrowing.OfClass;
import io.chokepoint.analysis.Narrowings;
import io.chokepoint.analysis.PriceSpreads.Money;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One answer of many runs and what would narrow its band most, in words.
 *
 * @param id the answer's word in files: {@code lost_output_weeks}, {@code first_loss_week}, {@code value_added_lost_musd}
 * @param what the answer in words, e.g. "weeks of output lost"
 * @param band its range now, from P10 to P90, e.g. "10.0 to 31.2 weeks"
 */
public record NarrowingAnswer(String id, String what, String band, Narrowing narrowing) {

    /** What is asked of a good after many runs: weeks lost, the first of them, and of all makers together the value added lost. */
    public static List<NarrowingAnswer> of(MonteCarloResult drawn, Good good) {
        Narrowings all = drawn.narrowings();
        return answers(all.of(good, Measure.LOST_OUTPUT), all.of(good, Measure.FIRST_LOSS), all, drawn.weeks());
    }

    /** The same of a market. */
    public static List<NarrowingAnswer> of(MonteCarloResult drawn, Market market) {
        Narrowings all = drawn.narrowings();
        return answers(all.of(market, Measure.LOST_OUTPUT), all.of(market, Measure.FIRST_LOSS), all, drawn.weeks());
    }

    private static List<NarrowingAnswer> answers(
            Optional<Narrowing> lost, Optional<Narrowing> first, Narrowings all, int weeks) {
        List<NarrowingAnswer> answers = new ArrayList<>();
        lost.ifPresent(
                found -> answers.add(new NarrowingAnswer("lost_output_weeks", text("lost"), lost(found), found)));
        first.ifPresent(found ->
                answers.add(new NarrowingAnswer("first_loss_week", text("first"), first(found, weeks), found)));
        all.of(Money.VALUE_ADDED_LOST)
                .ifPresent(found -> answers.add(new NarrowingAnswer(
                        Money.VALUE_ADDED_LOST.column(),
                        text("money"),
                        Dollars.briefRange(found.low(), found.high()),
                        found)));
        return List.copyOf(answers);
    }

    private static String text(String key) {
        return Texts.get("narrow.answer." + key);
    }

    private static String lost(Narrowing found) {
        return Texts.get(
                "narrow.lost",
                String.format(Locale.ROOT, "%.1f", found.low()),
                String.format(Locale.ROOT, "%.1f", found.high()));
    }

    private static String first(Narrowing found, int weeks) {
        return Texts.get("narrow.weeks", week(found.low(), weeks), week(found.high(), weeks));
    }

    private static String week(double week, int weeks) {
        return week >= weeks ? Texts.get("narrow.never") : String.format(Locale.ROOT, "%.0f", week);
    }

    /** "criticality: how much of a step's output an input carries". */
    public static String name(FigureGroup group) {
        return Texts.get("narrow.class." + group.id());
    }

    /** What knowing a class would take off the band: "at least 23 % (12 to 34)", or that it is no more than chance. */
    public static String words(Gain gain) {
        return gain.isClear() ? part(gain) : Texts.get("narrow.chance");
    }

    /** "23 % (12 to 34)", the range in which the true part lies in 19 of 20 cases. */
    public static String part(Gain gain) {
        return Texts.get("narrow.part", percent(gain.part()), percent(gain.low()), percent(gain.high()));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f", 100 * part);
    }

    /** What knowing would narrow it most, in one sentence, e.g. for a page. */
    public String sentence() {
        if (!narrowing.hasWidth()) {
            return Texts.get("narrow.noWidth", what, narrowing.runs());
        }
        List<OfClass> clear = narrowing.clearClasses();
        return clear.isEmpty()
                ? Texts.get("narrow.nothing", what, narrowing.runs())
                : Texts.get(
                        "narrow.most",
                        what,
                        name(clear.getFirst().group()),
                        part(clear.getFirst().gain()));
    }
}

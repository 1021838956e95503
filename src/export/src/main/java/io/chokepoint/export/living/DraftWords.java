package io.chokepoint.export.living;

import io.chokepoint.article.Draft;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.Problem;
import io.chokepoint.data.ScenarioChecker;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Restriction.Parameter;
import io.chokepoint.scenario.RestrictionParameter.Unit;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Optional;

/** What a draft says, in the words that the window and the page have for it. */
public final class DraftWords {
    private DraftWords() {}

    /**
     * A figure or a choice with its unit: "Wait for a licence: 6 to 26 weeks, likeliest 9", "Approved: 30 to 90 %, likeliest 60 %".
     *
     * @param drafted the draft's restriction
     */
    public static String figure(Draft.Stated stated, Restriction drafted) {
        Optional<Parameter> parameter = drafted.parameters().stream()
                .filter(each -> each.name().equals(stated.name()))
                .findFirst();
        String name = Texts.find("article.figure." + stated.name())
                .or(() -> parameter.map(each -> each.of().label()))
                .orElse(stated.name());
        return Texts.get(
                "article.figure", name, parameter.map(DraftWords::value).orElse(stated.value()));
    }

    private static String value(Parameter parameter) {
        Figure figure = parameter.value();
        boolean weeks = parameter.of().unit() == Unit.WEEKS;
        if (!figure.isUncertain()) {
            return weeks ? Amounts.weeks(figure.central()) : Amounts.percent(figure.central());
        }
        return weeks
                ? Texts.get(
                        "article.range",
                        Amounts.number(figure.low()),
                        Amounts.weeks(figure.high()),
                        Amounts.number(figure.central()))
                : Texts.get(
                        "article.range",
                        Amounts.percentNumber(figure.low()),
                        Amounts.percent(figure.high()),
                        Amounts.percent(figure.central()));
    }

    /** Why the dataset cannot run it, as a sentence; empty if it can. */
    public static Optional<String> fault(Draft draft, Dataset dataset) {
        Scenario alone = Scenario.adHoc(Scenario.DEFAULT_HORIZON_WEEKS, List.of(draft.restriction()));
        return draft.fault()
                .map(fault -> ScenarioChecker.check(alone, dataset, "draft").stream()
                                .filter(Problem::isError)
                                .allMatch(problem -> problem.field().startsWith("restrictions[0].select"))
                        ? RestrictionSentence.selectsNothing(draft.restriction(), dataset)
                        : fault);
    }
}

package io.chokepoint.export.living;

import io.chokepoint.article.Article;
import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.ClaimMatch;
import io.chokepoint.article.Draft;
import io.chokepoint.article.DraftScenario;
import io.chokepoint.article.MeasureMatch;
import io.chokepoint.article.Passage;
import io.chokepoint.article.Sentence;
import io.chokepoint.article.ShareMatch;
import io.chokepoint.base.Amounts;
import io.chokepoint.export.report.ArticleExcerpt;
import io.chokepoint.export.report.ArticleExcerpt.Cited;
import io.chokepoint.export.report.ArticleExcerpt.Figure;
import io.chokepoint.export.report.ArticleExcerpt.Known;
import io.chokepoint.export.report.ArticleExcerpt.Mark;
import io.chokepoint.export.report.ArticleExcerpt.Rule;
import io.chokepoint.export.report.ArticleExcerpt.Said;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Source;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a page quotes of articles. Whole articles are somebody's work: of each only the sentences are quoted of which the page says
 * something (a rule, a checked claim, a real measure, a share), one before and one behind them in the paragraph, and those that state
 * something that is not checked; all of it only where that is asked for.
 */
public final class ArticleExcerpts {
    private final ArticleReading reading;
    private final Scenario scenario;
    private final Dataset dataset;
    private final Set<Integer> placed;
    private final Set<Integer> unchecked;

    private ArticleExcerpts(ArticleReading reading, Scenario scenario, Dataset dataset, Set<Integer> placed) {
        this.reading = reading;
        this.scenario = scenario;
        this.dataset = dataset;
        this.placed = placed;
        this.unchecked = reading.notChecked().stream().map(Sentence::number).collect(Collectors.toSet());
    }

    /**
     * @param scenario of the page; a draft is in it where one of its restrictions was read from the draft's sentence, or restricts the same
     * @param whole whether every sentence is quoted
     */
    public static ArticleExcerpt of(List<ArticleReading> readings, Scenario scenario, Dataset dataset, boolean whole) {
        Set<Integer> placed = new HashSet<>();
        return new ArticleExcerpt(readings.stream()
                .map(reading -> new ArticleExcerpts(reading, scenario, dataset, placed).text(whole))
                .toList());
    }

    /** Whether a scenario has a restriction that was read from the article. */
    public static boolean isFrom(ArticleReading reading, Scenario scenario, Dataset dataset) {
        return of(List.of(reading), scenario, dataset, false).texts().stream()
                .flatMap(text -> text.passages().stream())
                .flatMap(passage -> passage.rules().stream())
                .anyMatch(rule -> rule.restriction() >= 0);
    }

    private ArticleExcerpt.Text text(boolean whole) {
        List<Sentence> sentences = reading.sentences();
        Set<Integer> quoted = new TreeSet<>();
        for (Sentence sentence : sentences) {
            if (whole || unchecked.contains(sentence.number())) {
                quoted.add(sentence.number());
            } else if (isSpokenOf(sentence)) {
                sentences.stream()
                        .filter(near -> near.paragraph() == sentence.paragraph()
                                && Math.abs(near.number() - sentence.number()) <= 1)
                        .map(Sentence::number)
                        .forEach(quoted::add);
            }
        }
        List<ArticleExcerpt.Passage> passages = new ArrayList<>();
        List<Sentence> together = new ArrayList<>();
        boolean leftOut = false;
        int next = 0;
        for (Sentence sentence : sentences) {
            if (!quoted.contains(sentence.number())) {
                continue;
            }
            boolean gap = sentence.number() > next;
            boolean apart = !together.isEmpty()
                    && (gap
                            || together.getLast().paragraph() != sentence.paragraph()
                            || together.stream().anyMatch(this::hasBeside) && hasBeside(sentence));
            if (apart) {
                passages.add(passage(leftOut, together));
                together.clear();
            }
            leftOut = together.isEmpty() ? gap : leftOut;
            together.add(sentence);
            next = sentence.number() + 1;
        }
        if (!together.isEmpty()) {
            passages.add(passage(leftOut, together));
        }
        Article article = reading.article();
        int shown = passages.stream().mapToInt(passage -> passage.said().size()).sum();
        return new ArticleExcerpt.Text(article.title(), article.shortName(), sentences.size(), shown, passages);
    }

    private boolean isSpokenOf(Sentence sentence) {
        return isDrafted(sentence)
                || isClaimed(sentence)
                || reading.measures().stream()
                        .anyMatch(match -> match.sentences().contains(sentence))
                || reading.shares().stream().anyMatch(match -> match.sentence().equals(sentence));
    }

    private boolean isDrafted(Sentence sentence) {
        return reading.drafts().stream()
                .flatMap(draft -> draft.statements().stream())
                .anyMatch(statement -> statement.sentence().equals(sentence));
    }

    private boolean isClaimed(Sentence sentence) {
        return reading.claims().stream().anyMatch(match -> match.sentences().contains(sentence));
    }

    /** Whether something stands at its right: only where the text first speaks of it. */
    private boolean hasBeside(Sentence sentence) {
        return unchecked.contains(sentence.number())
                || reading.drafts().stream().anyMatch(draft -> first(draft).equals(sentence))
                || reading.claims().stream()
                        .anyMatch(match -> match.sentences().getFirst().equals(sentence))
                || reading.measures().stream()
                        .anyMatch(match -> match.sentences().getFirst().equals(sentence))
                || reading.shares().stream().anyMatch(match -> match.sentence().equals(sentence));
    }

    private static Sentence first(Draft draft) {
        return draft.statements().getFirst().sentence();
    }

    private ArticleExcerpt.Passage passage(boolean leftOut, List<Sentence> together) {
        List<Known> known = new ArrayList<>();
        reading.claims().stream()
                .filter(match -> together.contains(match.sentences().getFirst()))
                .forEach(match -> known.add(claim(match)));
        reading.measures().stream()
                .filter(match -> together.contains(match.sentences().getFirst()))
                .forEach(match -> known.add(measure(match)));
        reading.shares().stream()
                .filter(match -> together.contains(match.sentence()))
                .forEach(match -> known.add(share(match)));
        return new ArticleExcerpt.Passage(
                leftOut,
                together.stream().map(this::said).toList(),
                reading.drafts().stream()
                        .filter(draft -> together.contains(first(draft)))
                        .map(this::rule)
                        .toList(),
                known);
    }

    private Said said(Sentence sentence) {
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        for (Passage passage : reading.passages().stream()
                .filter(one -> one.sentence() == sentence.number())
                .sorted(Comparator.comparingInt(Passage::start))
                .toList()) {
            int start = passage.start() - sentence.start();
            int end = passage.end() - sentence.start();
            if (start >= at && end <= sentence.text().length()) {
                marks.add(new Mark(kind(passage.kind()), start, end, means(passage)));
                at = end;
            }
        }
        return new Said(
                sentence.text(),
                isDrafted(sentence),
                isClaimed(sentence),
                unchecked.contains(sentence.number()),
                marks);
    }

    private static String kind(Passage.Kind kind) {
        return switch (kind) {
            case GOOD, TAG -> "goods";
            case MAKER -> "maker";
            case COUNTRY -> "country";
            case MARKET -> "buyer";
            case INSTRUMENT -> "instrument";
            case PERCENT, MONEY, DATE, NANOMETRES, DURATION -> "figure";
        };
    }

    /** What it names where the words do not say it themselves. */
    private String means(Passage passage) {
        if (passage.isAmbiguous()) {
            return Texts.get(
                    "article.oneOf",
                    passage.text(),
                    passage.candidates().stream().map(this::name).collect(Collectors.joining(", ")));
        }
        return switch (passage.kind()) {
            case GOOD, MAKER, MARKET -> passage.ids().stream().map(this::name).collect(Collectors.joining(", "));
            case TAG ->
                Amounts.list(
                        dataset.goods().stream()
                                .filter(good -> passage.ids().stream().anyMatch(good::hasTag))
                                .map(Good::shortName)
                                .toList(),
                        6);
            default -> "";
        };
    }

    private String name(String id) {
        return dataset.findGood(id)
                .map(Good::name)
                .or(() -> dataset.findProvider(id).map(maker -> maker.name()))
                .or(() -> dataset.findMarket(id).map(market -> market.name()))
                .orElse(id);
    }

    private Rule rule(Draft draft) {
        Scenario alone = DraftScenario.of(List.of(draft), List.of(reading.article()));
        Restriction drafted = alone.restrictions().getFirst();
        int place = place(drafted);
        if (place >= 0) {
            placed.add(place);
        }
        List<Figure> figures = new ArrayList<>();
        draft.figures()
                .forEach(stated ->
                        figures.add(new Figure(DraftWords.figure(stated, drafted), stated.isAssumed(), stated.why())));
        if (draft.start().isEmpty()) {
            figures.add(new Figure(Texts.get("article.week0"), true, Texts.get("article.noDay")));
        }
        List<String> remarks = new ArrayList<>(draft.remarks());
        for (Control measure : draft.measures()) {
            remarks.add(Texts.get("article.realMeasure", measure.title(), measure.status()));
        }
        return new Rule(
                draft.number(),
                place,
                Texts.get("article.status." + draft.status().name()),
                RestrictionSentence.of(drafted, dataset, alone.startDate()),
                figures,
                remarks,
                DraftWords.fault(draft, dataset).orElse(""));
    }

    /** Where it stands in the scenario: by its note, which has the sentence, or by what it restricts; −1 if nowhere. */
    private int place(Restriction drafted) {
        String quote = drafted.terms().note().split("”", 2)[0];
        List<Restriction> all = scenario.restrictions();
        return free(at -> all.get(at).kind() == drafted.kind()
                        && all.get(at).terms().note().startsWith(quote)
                        && all.get(at).terms().select().equals(drafted.terms().select()))
                .or(() -> free(at -> all.get(at).terms().note().startsWith(quote)))
                .or(() -> free(at -> all.get(at).kind() == drafted.kind()
                        && all.get(at).terms().select().equals(drafted.terms().select())))
                .orElse(-1);
    }

    private Optional<Integer> free(IntPredicate fits) {
        return IntStream.range(0, scenario.restrictions().size())
                .filter(at -> !placed.contains(at))
                .filter(fits)
                .boxed()
                .findFirst();
    }

    private Known claim(ClaimMatch match) {
        return new Known(
                Texts.get("report.article.claim"),
                match.claim().claim(),
                Texts.get("article.verdict." + match.claim().verdict().name()),
                List.of(match.claim().evidence()),
                cited(match.claim().sources()));
    }

    private Known measure(MeasureMatch match) {
        Control measure = match.measure();
        List<String> lines = new ArrayList<>();
        lines.add(Texts.get("article.measureStatus", measure.status(), measure.statusDate()));
        if (!measure.announced().isEmpty()) {
            lines.add(Texts.get("article.announced", measure.announced()));
        }
        if (!measure.effective().isEmpty()) {
            lines.add(Texts.get("article.effective", measure.effective()));
        }
        if (!measure.note().isEmpty()) {
            lines.add(measure.note());
        }
        return new Known(Texts.get("report.article.measure"), measure.title(), "", lines, cited(measure.sources()));
    }

    private Known share(ShareMatch match) {
        return new Known(
                Texts.get("report.article.share"),
                Texts.get("article.shareOf", match.maker(), match.good().name()),
                Texts.get(match.agrees() ? "article.agrees" : "article.differs"),
                List.of(Texts.get(
                        "article.shares",
                        match.words(),
                        Amounts.percent(match.central()),
                        Amounts.percent(match.low()),
                        Amounts.percent(match.high()),
                        match.evidence().basis().id())),
                cited(match.evidence().sources()));
    }

    private List<Cited> cited(List<String> ids) {
        List<Cited> cited = new ArrayList<>();
        for (String id : ids) {
            dataset.findSource(id).ifPresent(source -> cited.add(new Cited(words(source), source.url())));
        }
        return cited;
    }

    private static String words(Source source) {
        return source.publisher().isEmpty() ? source.title() : source.publisher() + ": " + source.title();
    }
}

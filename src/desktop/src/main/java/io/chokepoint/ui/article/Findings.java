package io.chokepoint.ui.article;

import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.ClaimMatch;
import io.chokepoint.article.MeasureMatch;
import io.chokepoint.article.Passage;
import io.chokepoint.article.ShareMatch;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Claim.Verdict;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the dataset knows of what the text says, as cards. */
final class Findings {
    /** More than an article has. */
    private static final int MOST = 200;

    private final ArticleReading reading;
    private final Dataset dataset;
    private final IntConsumer onSentence;
    private final Consumer<String> openLink;

    /**
     * @param onSentence told of a sentence to which the user goes
     * @param openLink opens a web address
     */
    Findings(ArticleViewModel.Read read, IntConsumer onSentence, Consumer<String> openLink) {
        this.reading = read.reading();
        this.dataset = read.dataset();
        this.onSentence = onSentence;
        this.openLink = openLink;
    }

    List<Node> claims() {
        return cards(reading.claims().stream().map(this::claim).toList(), "article.noClaims");
    }

    List<Node> measures() {
        return cards(reading.measures().stream().map(this::measure).toList(), "article.noMeasures");
    }

    List<Node> shares() {
        return cards(reading.shares().stream().limit(MOST).map(this::share).toList(), "article.noShares");
    }

    /** What is not checked, and what the text names in a word that means several things. */
    List<Node> notChecked() {
        List<Node> nodes = new ArrayList<>();
        List<Passage> open = reading.passages().stream()
                .filter(Passage::isAmbiguous)
                .limit(MOST)
                .toList();
        if (!open.isEmpty()) {
            nodes.add(Blocks.wrapped(Texts.get("article.ambiguous"), "section"));
            open.stream()
                    .map(passage -> Texts.get(
                            "article.oneOf",
                            passage.text(),
                            passage.candidates().stream().map(this::name).collect(Collectors.joining(", "))))
                    .distinct()
                    .forEach(line -> nodes.add(Blocks.wrapped(line)));
        }
        nodes.add(Blocks.wrapped(
                Texts.get(reading.notChecked().isEmpty() ? "article.allChecked" : "article.notChecked"), "muted"));
        reading.notChecked().stream().limit(MOST).forEach(sentence -> nodes.add(Blocks.quote(sentence, onSentence)));
        if (reading.notChecked().size() > MOST) {
            nodes.add(Blocks.wrapped(
                    Texts.get("article.moreLines", reading.notChecked().size() - MOST), "muted"));
        }
        return nodes;
    }

    private String name(String id) {
        return dataset.findGood(id).map(good -> good.name()).orElse(id);
    }

    private static List<Node> cards(List<VBox> cards, String none) {
        return cards.isEmpty() ? List.of(Blocks.wrapped(Texts.get(none), "muted")) : List.copyOf(cards);
    }

    private VBox card(Node... parts) {
        VBox card = new VBox(6, parts);
        card.getStyleClass().add("draft-card");
        return card;
    }

    private VBox claim(ClaimMatch match) {
        Verdict verdict = match.claim().verdict();
        VBox card = card(
                head(
                        match.claim().claim(),
                        Texts.get("article.verdict." + verdict.name()),
                        verdict == Verdict.TRUE ? "verdict-true" : "assumption"),
                Blocks.wrapped(match.claim().evidence()));
        card.setId("claim-" + match.claim().id());
        sources(card, match.claim().sources());
        Blocks.quotes(card, match.sentences(), onSentence);
        return card;
    }

    private VBox measure(MeasureMatch match) {
        Control measure = match.measure();
        List<String> dates = new ArrayList<>();
        if (!measure.announced().isEmpty()) {
            dates.add(Texts.get("article.announced", measure.announced()));
        }
        if (!measure.effective().isEmpty()) {
            dates.add(Texts.get("article.effective", measure.effective()));
        }
        VBox card = card(
                head(measure.title(), Countries.name(measure.issuer()), "issuer"),
                Blocks.wrapped(Texts.get("article.measureStatus", measure.status(), measure.statusDate())));
        if (!dates.isEmpty()) {
            card.getChildren().add(Blocks.wrapped(String.join("; ", dates), "label-small"));
        }
        if (!measure.note().isEmpty()) {
            card.getChildren().add(Blocks.wrapped(measure.note(), "label-small"));
        }
        card.setId("measure-" + measure.id());
        sources(card, measure.sources());
        Blocks.quotes(card, match.sentences(), onSentence);
        return card;
    }

    private VBox share(ShareMatch match) {
        VBox card = card(
                head(
                        Texts.get("article.shareOf", match.maker(), match.good().name()),
                        Texts.get(match.agrees() ? "article.agrees" : "article.differs"),
                        match.agrees() ? "verdict-true" : "assumption"),
                Blocks.wrapped(Texts.get(
                        "article.shares",
                        match.words(),
                        Amounts.percent(match.central()),
                        Amounts.percent(match.low()),
                        Amounts.percent(match.high()),
                        match.evidence().basis().id())));
        sources(card, match.evidence().sources());
        Blocks.quotes(card, List.of(match.sentence()), onSentence);
        return card;
    }

    private static HBox head(String title, String chip, String style) {
        Region name = Blocks.wrapped(title, "strong");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        return new HBox(8, name, Blocks.chip(chip, style));
    }

    private void sources(VBox card, List<String> ids) {
        ids.forEach(id ->
                dataset.findSource(id).ifPresent(source -> card.getChildren().add(Blocks.source(source, openLink))));
    }
}

package io.chokepoint.export;

import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.ClaimMatch;
import io.chokepoint.article.Draft;
import io.chokepoint.article.MeasureMatch;
import io.chokepoint.article.Passage;
import io.chokepoint.article.Sentence;
import io.chokepoint.article.ShareMatch;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Selector;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** What articles say, for programs: all of it as an object, or as one table. */
public final class ArticleWriter {

    /** One row a passage, draft, claim, measure, share or sentence that is not checked; {@code list} says which. */
    public static final List<String> COLUMNS = List.of(
            "article",
            "list",
            "number",
            "kind",
            "ids",
            "text",
            "start",
            "end",
            "status",
            "restriction",
            "evidence",
            "sources");

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ArticleWriter() {}

    /** An object with {@code articles}, {@code found}, {@code drafts}, {@code claims}, {@code measures}, {@code shares} and {@code notChecked}. */
    public static void writeJson(List<ArticleReading> readings, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            list(json, "articles", readings, (reading, unused) -> article(json, reading));
            list(
                    json,
                    "found",
                    readings,
                    (reading, name) -> reading.passages().forEach(each -> passage(json, name, each)));
            list(
                    json,
                    "drafts",
                    readings,
                    (reading, name) -> reading.drafts().forEach(each -> draft(json, name, each)));
            list(
                    json,
                    "claims",
                    readings,
                    (reading, name) -> reading.claims().forEach(each -> claim(json, name, each)));
            list(
                    json,
                    "measures",
                    readings,
                    (reading, name) -> reading.measures().forEach(each -> measure(json, name, each)));
            list(
                    json,
                    "shares",
                    readings,
                    (reading, name) -> reading.shares().forEach(each -> share(json, name, each)));
            list(
                    json,
                    "notChecked",
                    readings,
                    (reading, name) -> reading.notChecked().forEach(each -> {
                        json.writeStartObject();
                        json.writeStringProperty("article", name);
                        sentenceFields(json, each);
                        json.writeEndObject();
                    }));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void list(
            JsonGenerator json, String name, List<ArticleReading> readings, BiConsumer<ArticleReading, String> items) {
        json.writeArrayPropertyStart(name);
        readings.forEach(reading -> items.accept(reading, reading.article().name()));
        json.writeEndArray();
    }

    private static void article(JsonGenerator json, ArticleReading reading) {
        json.writeStartObject();
        json.writeStringProperty("article", reading.article().name());
        json.writeStringProperty("title", reading.article().title());
        json.writeStringProperty("format", reading.article().format().id());
        json.writeNumberProperty("sentences", reading.sentences().size());
        texts(json, "remarks", reading.article().remarks());
        // Places of passages count in it.
        json.writeStringProperty("text", reading.article().text());
        json.writeEndObject();
    }

    private static void passage(JsonGenerator json, String article, Passage passage) {
        json.writeStartObject();
        json.writeStringProperty("article", article);
        json.writeStringProperty(
                "kind", passage.isAmbiguous() ? "ambiguous" : passage.kind().id());
        texts(json, "ids", passage.ids());
        if (passage.isAmbiguous()) {
            texts(json, "candidates", passage.candidates());
        }
        json.writeStringProperty("text", passage.text());
        json.writeNumberProperty("start", passage.start());
        json.writeNumberProperty("end", passage.end());
        json.writeNumberProperty("sentence", passage.sentence());
        json.writeEndObject();
    }

    private static void draft(JsonGenerator json, String article, Draft draft) {
        json.writeStartObject();
        json.writeStringProperty("article", article);
        json.writeNumberProperty("number", draft.number());
        json.writeStringProperty("status", draft.status().id());
        json.writeBooleanProperty("taken", draft.isTaken());
        json.writeStringProperty("instrument", draft.instrument());
        json.writeStringProperty("issuer", draft.issuer());
        texts(json, "goods", draft.goods());
        texts(json, "targets", draft.targets());
        if (draft.start().isPresent()) {
            json.writeStringProperty("start", draft.start().get());
        } else {
            json.writeNullProperty("start");
        }
        json.writeName("restriction");
        restriction(json, draft.restriction());
        json.writeArrayPropertyStart("sentences");
        for (Draft.Statement statement : draft.statements()) {
            json.writeStartObject();
            json.writeStringProperty("status", statement.status().id());
            sentenceFields(json, statement.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
        figures(json, "stated", draft, false);
        figures(json, "assumed", draft, true);
        texts(json, "remarks", draft.remarks());
        texts(
                json,
                "measures",
                draft.measures().stream().map(measure -> measure.id()).toList());
        if (draft.fault().isPresent()) {
            json.writeStringProperty("fault", draft.fault().get());
        } else {
            json.writeNullProperty("fault");
        }
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, String name, Draft draft, boolean assumed) {
        json.writeArrayPropertyStart(name);
        for (Draft.Stated figure : draft.figures()) {
            if (figure.isAssumed() == assumed) {
                json.writeStartObject();
                json.writeStringProperty("name", figure.name());
                json.writeStringProperty("value", figure.value());
                json.writeStringProperty(assumed ? "why" : "words", figure.why());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /** As in a scenario file. */
    private static void restriction(JsonGenerator json, Restriction restriction) {
        json.writeStartObject();
        json.writeStringProperty("kind", restriction.kind().id());
        texts(
                json,
                "select",
                restriction.terms().select().stream().map(Selector::text).toList());
        restriction.terms().endUse().ifPresent(tag -> json.writeStringProperty("endUse", tag));
        json.writeNumberProperty("start", restriction.period().start());
        if (restriction.period().endFigure().isPresent()) {
            figure(json, "end", restriction.period().endFigure().get());
        } else if (!restriction.period().isOpen()) {
            json.writeNumberProperty("end", restriction.period().end());
        }
        restriction.parameters().forEach(parameter -> figure(json, parameter.name(), parameter.value()));
        json.writeEndObject();
    }

    private static void figure(JsonGenerator json, String name, Figure figure) {
        if (!figure.isUncertain()) {
            json.writeNumberProperty(name, figure.central());
            return;
        }
        json.writeArrayPropertyStart(name);
        json.writeNumber(figure.low());
        json.writeNumber(figure.central());
        json.writeNumber(figure.high());
        json.writeEndArray();
    }

    private static void claim(JsonGenerator json, String article, ClaimMatch match) {
        json.writeStartObject();
        json.writeStringProperty("article", article);
        json.writeStringProperty("id", match.claim().id());
        json.writeStringProperty("claim", match.claim().claim());
        json.writeStringProperty("verdict", match.claim().verdict().id());
        json.writeStringProperty("evidence", match.claim().evidence());
        json.writeStringProperty("scenario", match.claim().scenario());
        texts(json, "sources", match.claim().sources());
        sentences(json, match.sentences());
        json.writeEndObject();
    }

    private static void measure(JsonGenerator json, String article, MeasureMatch match) {
        json.writeStartObject();
        json.writeStringProperty("article", article);
        json.writeStringProperty("id", match.measure().id());
        json.writeStringProperty("issuer", match.measure().issuer());
        json.writeStringProperty("title", match.measure().title());
        json.writeStringProperty("instrument", match.measure().instrument());
        json.writeStringProperty("announced", match.measure().announced());
        json.writeStringProperty("effective", match.measure().effective());
        json.writeStringProperty("status", match.measure().status());
        json.writeStringProperty("statusDate", match.measure().statusDate());
        json.writeStringProperty("scenario", match.measure().scenario());
        json.writeStringProperty("note", match.measure().note());
        texts(json, "sources", match.measure().sources());
        sentences(json, match.sentences());
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, String article, ShareMatch match) {
        json.writeStartObject();
        json.writeStringProperty("article", article);
        json.writeStringProperty("maker", match.maker());
        json.writeStringProperty("good", match.good().id());
        json.writeNumberProperty("stated", match.stated());
        json.writeStringProperty("words", match.words());
        json.writeNumberProperty("low", match.low());
        json.writeNumberProperty("central", match.central());
        json.writeNumberProperty("high", match.high());
        json.writeBooleanProperty("agrees", match.agrees());
        json.writeStringProperty("basis", match.evidence().basis().id());
        json.writeStringProperty("note", match.evidence().note());
        texts(json, "sources", match.evidence().sources());
        sentences(json, List.of(match.sentence()));
        json.writeEndObject();
    }

    private static void sentences(JsonGenerator json, List<Sentence> sentences) {
        json.writeArrayPropertyStart("sentences");
        for (Sentence sentence : sentences) {
            json.writeStartObject();
            sentenceFields(json, sentence);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void sentenceFields(JsonGenerator json, Sentence sentence) {
        json.writeNumberProperty("sentence", sentence.number());
        json.writeNumberProperty("start", sentence.start());
        json.writeNumberProperty("end", sentence.end());
        json.writeStringProperty("text", sentence.text());
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /** The same as one table. */
    public static void writeCsv(List<ArticleReading> readings, Writer out) throws IOException {
        try (RowWriter rows = RowWriter.open(RowWriter.Format.CSV, COLUMNS, out)) {
            for (ArticleReading reading : readings) {
                rows(reading, rows);
            }
        }
    }

    private static void rows(ArticleReading reading, RowWriter rows) throws IOException {
        String name = reading.article().name();
        int number = 0;
        for (Passage passage : reading.passages()) {
            rows.row(
                    name,
                    "found",
                    ++number,
                    passage.isAmbiguous() ? "ambiguous" : passage.kind().id(),
                    String.join(";", passage.isAmbiguous() ? passage.candidates() : passage.ids()),
                    passage.text(),
                    passage.start(),
                    passage.end(),
                    null,
                    null,
                    null,
                    null);
        }
        for (Draft draft : reading.drafts()) {
            Sentence first = draft.statements().getFirst().sentence();
            rows.row(
                    name,
                    "draft",
                    draft.number(),
                    draft.restriction().kind().id(),
                    draft.instrument(),
                    first.text(),
                    first.start(),
                    first.end(),
                    draft.status().id(),
                    draft.restriction().terms().select().stream()
                            .map(Selector::text)
                            .collect(Collectors.joining("; ")),
                    draft.figures().stream()
                            .map(figure ->
                                    figure.name() + " " + figure.value() + (figure.isAssumed() ? " (assumed)" : ""))
                            .collect(Collectors.joining("; ")),
                    draft.measures().stream().map(measure -> measure.id()).collect(Collectors.joining(";")));
        }
        number = 0;
        for (ClaimMatch match : reading.claims()) {
            number++;
            for (Sentence sentence : match.sentences()) {
                row(
                        rows,
                        name,
                        "claim",
                        number,
                        match.claim().id(),
                        sentence,
                        match.claim().verdict().id(),
                        match.claim().evidence(),
                        match.claim().sources());
            }
        }
        number = 0;
        for (MeasureMatch match : reading.measures()) {
            number++;
            for (Sentence sentence : match.sentences()) {
                row(
                        rows,
                        name,
                        "measure",
                        number,
                        match.measure().id(),
                        sentence,
                        match.measure().status(),
                        match.measure().title(),
                        match.measure().sources());
            }
        }
        number = 0;
        for (ShareMatch match : reading.shares()) {
            row(
                    rows,
                    name,
                    "share",
                    ++number,
                    match.good().id(),
                    match.sentence(),
                    match.agrees() ? "agrees" : "differs",
                    match.low() + "/" + match.central() + "/" + match.high(),
                    match.evidence().sources());
        }
        number = 0;
        for (Sentence sentence : reading.notChecked()) {
            row(rows, name, "not-checked", ++number, null, sentence, null, null, List.of());
        }
    }

    private static void row(
            RowWriter rows,
            String name,
            String list,
            int number,
            @org.jspecify.annotations.Nullable String id,
            Sentence sentence,
            @org.jspecify.annotations.Nullable String status,
            @org.jspecify.annotations.Nullable String evidence,
            List<String> sources)
            throws IOException {
        rows.row(
                name,
                list,
                number,
                null,
                id,
                sentence.text(),
                sentence.start(),
                sentence.end(),
                status,
                null,
                evidence,
                String.join(";", sources));
    }
}

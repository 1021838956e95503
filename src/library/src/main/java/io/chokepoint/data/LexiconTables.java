package io.chokepoint.data;

import io.chokepoint.model.Basis;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.UsualRange;
import io.chokepoint.model.Word;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.text.Countries;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the words by which articles are read: {@code instruments.csv} and {@code lexicon.csv}. */
final class LexiconTables {
    /** Of words. */
    static final List<String> LANGUAGES = List.of("en", "zh");

    private static final List<String> CUES =
            Stream.of(Word.Cue.values()).map(Word.Cue::id).toList();

    private final TableFiles files;
    private final DatasetDraft draft;
    private final Set<String> instruments = new HashSet<>();
    private final Map<String, String> kinds = new HashMap<>();
    private Set<String> tags = Set.of();

    LexiconTables(TableFiles files, DatasetDraft draft) {
        this.files = files;
        this.draft = draft;
    }

    void read() {
        each(Tables.INSTRUMENTS, this::range);
        each(Tables.LEXICON, this::word);
    }

    private void each(TableSchema schema, Consumer<Cells> reader) {
        CsvTable.read(files, schema, draft.faults).ifPresent(table -> {
            UniqueKeys keys = new UniqueKeys(schema.key());
            table.forEach(draft.faults, cells -> {
                if (keys.isNew(cells)) {
                    reader.accept(cells);
                }
            });
        });
    }

    private void range(Cells cells) {
        String instrument = cells.required("instrument");
        String kindId = cells.required("kind");
        String name = cells.required("parameter");
        List<String> sources = cells.sources("source", draft.sources);
        Evidence evidence = new Evidence(
                Basis.ASSUMPTION, sources, cells.required("reason"), Tables.INSTRUMENTS.file(), cells.line());
        Optional<RestrictionKind> kind = RestrictionKinds.ALL.find(kindId);
        if (kind.isEmpty()) {
            cells.error(
                    "kind",
                    "'" + kindId + "' is no kind of restriction." + Hints.nearest(kindId, RestrictionKinds.ALL.ids()));
            return;
        }
        String other = kinds.putIfAbsent(instrument, kindId);
        if (other != null && !other.equals(kindId)) {
            cells.error("kind", "'" + instrument + "' is '" + other + "' in a row before; expected one kind.");
        }
        instruments.add(instrument);
        Optional<RestrictionParameter> parameter = kind.get().parameter(name);
        boolean weeks = name.equals(UsualRange.WEEKS);
        if (parameter.isEmpty() && !weeks) {
            cells.error(
                    "parameter",
                    "'" + name + "' is no parameter of '" + kindId + "'."
                            + Hints.nearest(
                                    name,
                                    kind.get().parameters().stream()
                                            .map(RestrictionParameter::name)
                                            .toList()));
            return;
        }
        Figure figure = cells.figure(
                "value",
                "instruments/" + instrument + "/" + name,
                parameter.map(RestrictionParameter::unitWords).orElse("weeks"),
                evidence);
        parameter
                .map(RestrictionParameter::range)
                .filter(range -> !range.allows(figure.central())
                        || !range.allowsAsLow(figure.low())
                        || !range.allows(figure.high()))
                .ifPresent(range -> cells.error("value", "is out of range; expected " + range.expected() + "."));
        draft.ranges.add(new UsualRange(instrument, kindId, name, figure));
    }

    private void word(Cells cells) {
        String term = cells.required("term");
        Word.Kind kind = cells.word("kind", Word.Kind.class, Word.Kind::id);
        List<String> means = cells.list("means");
        String language = cells.required("language");
        if (!language.isEmpty() && !LANGUAGES.contains(language)) {
            cells.error("language", "'" + language + "' is not one of the words; expected en or zh.");
        }
        boolean needsMeaning = kind != Word.Kind.ABBREVIATION && kind != Word.Kind.NOT_A_NAME;
        if (means.isEmpty() == needsMeaning) {
            cells.error(
                    "means",
                    needsMeaning
                            ? "is empty; expected what '" + term + "' means."
                            : "holds something; a word of kind '" + kind.id() + "' means nothing.");
        }
        for (String id : means) {
            fault(kind, id).ifPresent(fault -> cells.error("means", fault));
        }
        draft.words.add(new Word(
                term,
                language,
                kind,
                means,
                cells.list("forms"),
                yes(cells, "exact", "yes"),
                yes(cells, "which", "one")));
    }

    private static boolean yes(Cells cells, String column, String word) {
        String text = cells.text(column);
        if (!text.isEmpty() && !text.equals(word)) {
            cells.error(column, "'" + text + "' is not one of the words; expected '" + word + "' or nothing.");
        }
        return text.equals(word);
    }

    /** What is wrong with an id that a word of the kind means. */
    private Optional<String> fault(Word.Kind kind, String id) {
        return switch (kind) {
            case GOOD -> unknown(draft.goods, id);
            case MAKER -> unknown(draft.providers, id);
            case MARKET -> unknown(draft.markets, id);
            case TAG -> draft.goods.brokenIds().isEmpty() ? unknown("tag", tags(), id) : Optional.empty();
            case COUNTRY -> unknown("country", Countries.codes(), id);
            case INSTRUMENT -> unknown("instrument", instruments, id);
            case CUE -> unknown("cue", CUES, id);
            case ABBREVIATION, NOT_A_NAME -> Optional.empty();
        };
    }

    private static Optional<String> unknown(Register<?> register, String id) {
        return register.isUnknown(id) ? Optional.of(register.unknownMessage(id)) : Optional.empty();
    }

    private static Optional<String> unknown(String what, Collection<String> ids, String id) {
        return ids.contains(id)
                ? Optional.empty()
                : Optional.of("'" + id + "' is no " + what + " of the dataset." + Hints.nearest(id, ids));
    }

    private Set<String> tags() {
        if (!tags.isEmpty()) {
            return tags;
        }
        tags = Stream.concat(
                        draft.goods.values().stream().flatMap(good -> good.tags().stream()),
                        draft.markets.values().stream().flatMap(market -> market.tags().stream()))
                .collect(Collectors.toSet());
        return tags;
    }
}

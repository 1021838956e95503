package io.chokepoint.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.WebAddress;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Source;
import io.chokepoint.model.Stage;
import io.chokepoint.model.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tables that declare ids: stages, goods, providers, sources, markets, tags. */
final class WordTables {
    /** What fits on a card. */
    static final int SHORT_NAME_LETTERS = 26;

    private static final Stage NO_STAGE = new Stage("", "", 0);

    private final TableFiles files;
    private final DatasetDraft draft;
    private final Faults faults;

    WordTables(TableFiles files, DatasetDraft draft) {
        this.files = files;
        this.draft = draft;
        this.faults = draft.faults;
    }

    void read() {
        table(Tables.SOURCES, draft.sources).ifPresent(t -> draft.sources.readAll(t, faults, this::source));
        table(Tables.STAGES, draft.stages).ifPresent(t -> draft.stages.readAll(t, faults, this::stage));
        table(Tables.GOODS, draft.goods).ifPresent(t -> draft.goods.readAll(t, faults, this::good));
        table(Tables.PROVIDERS, draft.providers).ifPresent(t -> draft.providers.readAll(t, faults, this::provider));
        draft.hasTags = files.has(Tables.TAGS);
        table(Tables.TAGS, draft.tags).ifPresent(t -> draft.tags.readAll(t, faults, this::tag));
        table(Tables.MARKETS, draft.markets).ifPresent(t -> draft.markets.readAll(t, faults, this::market));
    }

    private Optional<CsvTable> table(TableSchema schema, Register<?> register) {
        int before = faults.errors();
        Optional<CsvTable> table = CsvTable.read(files, schema, faults);
        if (table.isEmpty() && faults.errors() == before) {
            if (schema.equals(Tables.SOURCES)) {
                faults.warning(
                        CsvTable.shown(files.folder(), schema.file()),
                        0,
                        "",
                        "the file does not exist; sources are not checked.");
            } else {
                register.markReadable();
            }
        }
        return table;
    }

    private Source source(Cells cells) {
        String url = cells.text("url");
        if (!url.isEmpty() && !WebAddress.isWeb(url)) {
            cells.warning("url", "'" + url + "' is not a web address; expected https://… It is left out.");
            url = "";
        }
        return new Source(cells.text("id"), cells.required("title"), cells.text("publisher"), cells.text("year"), url);
    }

    private Tag tag(Cells cells) {
        return new Tag(cells.text("tag"), cells.required("name"), cells.text("description"));
    }

    private Stage stage(Cells cells) {
        return new Stage(
                cells.text("id"), cells.required("name"), cells.whole("order").orElse(0));
    }

    private Good good(Cells cells) {
        String name = cells.required("name");
        GoodKind kind = cells.word("kind", GoodKind.class, GoodKind::id);
        @Nullable Stage stage = cells.reference("stage", draft.stages);
        return new Good(
                cells.text("id"),
                name,
                shortName(cells, name),
                kind,
                stage == null ? NO_STAGE : stage,
                cells.list("tags"),
                cells.list("aliases"),
                cells.text("description"));
    }

    private static String shortName(Cells cells, String name) {
        String shortName = cells.text("short_name");
        if (shortName.codePointCount(0, shortName.length()) > SHORT_NAME_LETTERS) {
            cells.warning(
                    "short_name",
                    "'" + shortName + "' has "
                            + Amounts.counted(
                                    shortName.codePointCount(0, shortName.length()), "character", "characters")
                            + "; expected at most " + SHORT_NAME_LETTERS + ".");
        }
        return shortName.isEmpty() ? name : shortName;
    }

    private Provider provider(Cells cells) {
        ProviderType type = cells.word("type", ProviderType.class, ProviderType::id);
        String country = country(cells);
        if (country.isEmpty() && type != ProviderType.REST) {
            cells.error(
                    "country",
                    "is empty; expected an ISO 3166-1 alpha-3 code, e.g. CHN. Only a row of type 'rest' has none.");
        }
        return new Provider(cells.text("id"), cells.required("name"), type, country);
    }

    private static String country(Cells cells) {
        String country = cells.text("country");
        if (!country.isEmpty() && !CountryCodes.isCountry(country)) {
            cells.warning(
                    "country",
                    "'" + country
                            + "' is not an ISO 3166-1 alpha-3 code; expected e.g. CHN. Selectors must use the same"
                            + " word, and a map cannot place it."
                            + CountryCodes.hint(country));
        }
        return country;
    }

    private static String function(Cells cells) {
        String function = cells.text("function");
        if (function.isEmpty()) {
            cells.warning("function", "is empty; expected what is wanted, with its unit.");
        }
        return function;
    }

    private Market market(Cells cells) {
        String id = cells.text("id");
        String file = Tables.MARKETS.file();
        Evidence evidence = new Evidence(Basis.ASSUMPTION, List.of(), cells.text("description"), file, cells.line());
        Figure sensitivity =
                cells.figure("price_sensitivity", "markets/" + id + "/price_sensitivity", "exponent of cost", evidence);
        String name = cells.required("name");
        return new Market(
                id,
                name,
                shortName(cells, name),
                function(cells),
                country(cells),
                cells.list("tags"),
                cells.number("switch_weeks").orElse(1.0),
                sensitivity,
                cells.text("description"),
                List.of(),
                cells.hasFigure("tolerance")
                        ? cells.figure("tolerance", "markets/" + id + "/tolerance", "multiple of the price", evidence)
                        : null);
    }
}

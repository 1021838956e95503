package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.data.TableSchema.Holds;
import io.chokepoint.data.TableSchema.Holds.Country;
import io.chokepoint.data.TableSchema.Holds.Ids;
import io.chokepoint.data.TableSchema.Holds.Labels;
import io.chokepoint.data.TableSchema.Holds.Words;
import io.chokepoint.data.TableSchema.Presence;
import io.chokepoint.model.Claim.Verdict;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Word;
import io.chokepoint.scenario.RestrictionKinds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of a dataset folder and their columns: the one place where column names are listed. */
public final class Tables {
    private Tables() {}

    /** The words of an enumeration. */
    static <E> Holds words(E[] all, Function<E, String> id) {
        return new Words(Stream.of(all).map(id).toList());
    }

    public static final TableSchema STAGES = TableSchema.named("stages")
            .required("id", "names the stage")
            .required("name", "as shown above the column")
            .whole("order", Presence.REQUIRED, Range.PLACE, "place from upstream (low) to downstream (high)")
            .key(true, "id");

    public static final TableSchema GOODS = TableSchema.named("goods")
            .required("id", "names the good")
            .required("name", "as shown")
            .required("kind", "material, component, equipment, process, software or product")
            .from(words(GoodKind.values(), GoodKind::id))
            .required("stage", "id of stages.csv")
            .from(new Ids("stages", false))
            .expected("tags", "words for selectors, separated by ';'")
            .from(new Labels())
            .expected("aliases", "other names, separated by ';'")
            .expected("description", "what it is")
            .text("short_name", Presence.OPTIONAL, "at most 26 characters, for cards")
            .key(true, "id");

    public static final TableSchema PROVIDERS = TableSchema.named("providers")
            .required("id", "names the maker")
            .required("name", "as shown")
            .required("type", "company, country or rest")
            .from(words(ProviderType.values(), ProviderType::id))
            .required("country", "ISO 3166-1 alpha-3; empty for a rest-of-world row")
            .from(new Country())
            .key(true, "id");

    public static final TableSchema SUPPLY = TableSchema.named("supply")
            .required("good", "id of goods.csv")
            .from(new Ids("goods", false))
            .required("provider", "id of providers.csv")
            .from(new Ids("providers", false))
            .triple("share", Presence.REQUIRED, Range.SOME_PART, "part of the world's output")
            .triple("spare", Presence.REQUIRED, Range.EXTRA, "extra capacity as a part of the maker's output")
            .number("ramp_weeks", Presence.REQUIRED, Range.WEEKS_FROM_ONE, "weeks until the extra capacity is reached")
            .expected("year", "what the share is of")
            .evidence()
            .key(true, "good", "provider");

    public static final TableSchema DEPENDENCIES = TableSchema.named("dependencies")
            .required("input", "id of goods.csv")
            .from(new Ids("goods", false))
            .required("consumer", "id of goods.csv")
            .from(new Ids("goods", false))
            .required("mode", "consumed, capital or access")
            .from(words(DependencyMode.values(), DependencyMode::id))
            .triple(
                    "criticality",
                    Presence.REQUIRED,
                    Range.PART,
                    "part of the consumer's output lost without the input")
            .triple("use_share", Presence.REQUIRED, Range.SOME_PART, "part of the input's world output used here")
            .triple("stock_weeks", Presence.REQUIRED, Range.WEEKS, "weeks of use that a maker holds")
            .whole("lead_weeks", Presence.REQUIRED, Range.WEEKS_FROM_ONE, "weeks from shipment to arrival")
            .triple(
                    "qualification_weeks",
                    Presence.REQUIRED,
                    Range.WEEKS,
                    "weeks of shortage before a new maker can be used")
            .number("lifetime_years", Presence.EXPECTED, Range.LIFETIME, "for capital only")
            .triple(
                    "cost_share",
                    Presence.EXPECTED,
                    Range.PART,
                    "cost of the input as a part of the consumer's cost (empty: 0)")
            .expected("role", "what the input does there")
            .evidence()
            .key(false, "input", "consumer");

    public static final TableSchema ALTERNATIVES = TableSchema.named("alternatives")
            .required("input", "id of goods.csv")
            .from(new Ids("goods", false))
            .required("consumer", "id of goods.csv")
            .from(new Ids("goods", false))
            .required("alternative", "id of goods.csv")
            .from(new Ids("goods", false))
            .triple("cap", Presence.REQUIRED, Range.PART, "largest part of the need it can cover")
            .triple("qualification_weeks", Presence.REQUIRED, Range.WEEKS, "weeks of shortage before it can be used")
            .number("per_unit", Presence.REQUIRED, Range.FACTOR, "units of it that replace one unit of the input")
            .number(
                    "cost_premium",
                    Presence.EXPECTED,
                    Range.PREMIUM,
                    "extra cost as a part of the input's cost (empty: 0)")
            .evidence()
            .key(false, "input", "consumer", "alternative");

    public static final TableSchema SOURCING = TableSchema.named("sourcing")
            .required("consumer", "id of goods.csv")
            .from(new Ids("goods", false))
            .required("consumer_provider", "id of providers.csv")
            .from(new Ids("providers", false))
            .required("input", "id of goods.csv")
            .from(new Ids("goods", false))
            .required("input_provider", "id of providers.csv; empty in a row about stock, qualification or needs")
            .from(new Ids("providers", false))
            .number("share", Presence.REQUIRED, Range.PART, "part of its purchases from this maker")
            .triple("stock_weeks", Presence.EXPECTED, Range.WEEKS, "its own stock in weeks of use")
            .triple(
                    "qualification_weeks",
                    Presence.EXPECTED,
                    Range.WEEKS,
                    "its own weeks before a new maker can be used")
            .expected("needs", "'no' if it does without the input")
            .from(new Words(List.of("no")))
            .evidence()
            .key(false, "consumer", "consumer_provider", "input", "input_provider");

    public static final TableSchema MARKETS = TableSchema.named("markets")
            .required("id", "names the market")
            .required("name", "as shown")
            .required("function", "what is wanted, with its unit")
            .expected("country", "ISO 3166-1 alpha-3, or empty")
            .from(new Country())
            .expected("tags", "words for selectors, separated by ';'")
            .from(new Labels())
            .number("switch_weeks", Presence.REQUIRED, Range.WEEKS_FROM_ONE, "weeks over which buyers move to others")
            .triple("price_sensitivity", Presence.REQUIRED, Range.SENSITIVITY, "how strongly buyers react to cost")
            .expected("description", "what it is")
            .text("short_name", Presence.OPTIONAL, "at most 26 characters, for cards")
            .triple(
                    "tolerance",
                    Presence.OPTIONAL,
                    Range.TOLERANCE,
                    "multiple of the baseline price at which half of the buyers have given up; empty: 4")
            .key(false, "id");

    public static final TableSchema VALUES = TableSchema.named("values")
            .required("good", "id of goods.csv")
            .from(new Ids("goods", false))
            .triple("value", Presence.REQUIRED, Range.MONEY, "world output at baseline prices, US$ million a year")
            .triple(
                    "other_tolerance",
                    Presence.EXPECTED,
                    Range.TOLERANCE,
                    "multiple of the baseline price at which half of the uses outside the graph have given up; empty: 4")
            .expected("year", "what the figures are of")
            .evidence()
            .key(false, "good");

    public static final TableSchema DEMAND = TableSchema.named("demand")
            .required("market", "id of markets.csv")
            .from(new Ids("markets", false))
            .required("product", "id of goods.csv")
            .from(new Ids("goods", false))
            .expected("provider", "id of providers.csv; empty: every maker of the product")
            .from(new Ids("providers", false))
            .triple("use_share", Presence.REQUIRED, Range.SOME_PART, "part of the maker's output sold there")
            .number(
                    "function_per_unit",
                    Presence.REQUIRED,
                    Range.AMOUNT,
                    "function that the product's world output of a week brings")
            .expected("year", "what the figures are of")
            .evidence()
            .key(false, "market", "product", "provider");

    public static final TableSchema TAGS = TableSchema.named("tags")
            .required("tag", "as in the tags of goods.csv and markets.csv")
            .required("name", "as it stands inside a sentence, in the plural: 'AI chips'")
            .expected("description", "what has the tag")
            .key(false, "tag");

    public static final TableSchema CLAIMS = TableSchema.named("claims")
            .required("id", "names the claim")
            .required("article", "who says so")
            .required("claim", "what is said")
            .required("verdict", "true, partly, overstated, wrong or unsupported")
            .from(words(Verdict.values(), Verdict::id))
            .required("evidence", "what the sources say")
            .expected("scenario", "id of the scenario that tests it")
            .expected("source", "ids of sources.csv, separated by ';'")
            .from(new Ids("sources", true))
            .text(
                    "terms",
                    Presence.OPTIONAL,
                    "words of a sentence that makes the claim: all of them, separated by ';', each one of alternatives separated by '|'")
            .key(false, "id");

    public static final TableSchema CONTROLS = TableSchema.named("controls")
            .required("id", "names the measure")
            .required("issuer", "who made it")
            .required("title", "what it is called")
            .required("instrument", "what sort of measure")
            .expected("announced", "date")
            .expected("effective", "date")
            .required("status", "in words")
            .expected("status_date", "date of the status")
            .expected("scenario", "id of the scenario that models it")
            .expected("source", "ids of sources.csv, separated by ';'")
            .from(new Ids("sources", true))
            .expected("note", "what else matters")
            .text(
                    "terms",
                    Presence.OPTIONAL,
                    "words of a sentence that speaks of it: all of them, separated by ';', each one of alternatives separated by '|'")
            .key(false, "id");

    public static final TableSchema HS = TableSchema.named("hs")
            .required("good", "id of goods.csv")
            .from(new Ids("goods", false))
            .required("hs_code", "six digits of the Harmonized System, edition 2022")
            .expected("note", "what the code covers beyond the good")
            .key(false, "good", "hs_code");

    public static final TableSchema LEXICON = TableSchema.named("lexicon")
            .required("term", "as articles write it")
            .required("language", "en, or zh for words that are found without word boundaries")
            .from(new Words(LexiconTables.LANGUAGES))
            .required(
                    "kind",
                    "good, tag, maker, country, market, instrument, cue, abbreviation (ends no sentence) or not-a-name (an alias that is not looked for)")
            .from(words(Word.Kind.values(), Word.Kind::id))
            .expected(
                    "means",
                    "ids of what the kind says, separated by ';'; of a cue one of lifting, negation, denial, hypothesis, quotation, assertion, share, end-use, import, start, target, new-rule, recovery and harmless, or a part of an act: stop, close, limit, less, trade, sell, purchase, output, site, need, approval, charge")
            .expected("forms", "other forms of the term, separated by ';'")
            .expected("exact", "'yes' if capitals count")
            .from(new Words(List.of("yes")))
            .expected("which", "'one' if only one of several can be meant, so that the reader is asked")
            .from(new Words(List.of("one")))
            .expected("note", "what else matters")
            .key(false, "term", "kind");

    public static final TableSchema INSTRUMENTS = TableSchema.named("instruments")
            .required("instrument", "names the sort of act or event; lexicon.csv has words for it")
            .required("kind", "kind of restriction that it is in the model")
            .from(new Words(RestrictionKinds.ALL.ids()))
            .required("parameter", "of that kind, or 'weeks' for how long it lasts")
            .triple(
                    "value",
                    Presence.REQUIRED,
                    Range.WEEKS,
                    "what is usual where a text does not say, within the parameter's own range")
            .required("reason", "why this range")
            .expected("source", "ids of sources.csv, separated by ';'")
            .from(new Ids("sources", true))
            .key(false, "instrument", "parameter");

    public static final TableSchema SOURCES = TableSchema.named("sources")
            .required("id", "names the source")
            .required("title", "of the document")
            .expected("publisher", "who published it")
            .expected("year", "of publication")
            .expected("url", "where to find it")
            .key(false, "id");

    /** The table that a file of a dataset folder holds, by its name without the folder; empty for other files. */
    public static Optional<TableSchema> ofFile(String file) {
        return all().stream().filter(table -> table.file().equals(file)).findFirst();
    }

    /** In the order of the documentation. */
    public static List<TableSchema> all() {
        return List.of(
                STAGES,
                GOODS,
                PROVIDERS,
                SUPPLY,
                DEPENDENCIES,
                ALTERNATIVES,
                SOURCING,
                MARKETS,
                VALUES,
                DEMAND,
                TAGS,
                CLAIMS,
                CONTROLS,
                HS,
                LEXICON,
                INSTRUMENTS,
                SOURCES);
    }
}

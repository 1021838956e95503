package io.chokepoint.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A word or phrase that articles use for something of the dataset, or that says how a sentence is meant.
 *
 * @param term as it is written
 * @param language {@code en} or {@code zh}: the latter is found without word boundaries
 * @param means ids of what {@code kind} says: goods, tags, providers, countries (ISO 3166-1 alpha-3), markets, instruments; of a cue, the
 *     id of one {@link Cue}; empty for abbreviations and for what is no name
 * @param forms other forms of the term, such as inflections
 * @param exact whether capitals count: "US" is a country, "us" is not
 * @param oneOf whether only one of {@code means} can be meant, so that the reader is asked; otherwise all are meant
 */
public record Word(
        String term, String language, Kind kind, List<String> means, List<String> forms, boolean exact, boolean oneOf) {

    /** What a word stands for. */
    public enum Kind {
        GOOD("good"),
        TAG("tag"),
        MAKER("maker"),
        COUNTRY("country"),
        MARKET("market"),
        /** A kind of act or event, a row of {@code instruments.csv}. */
        INSTRUMENT("instrument"),
        /** A word that says how a sentence is meant. */
        CUE("cue"),
        /** Ends in a point that ends no sentence. */
        ABBREVIATION("abbreviation"),
        /** A name or alias of the dataset that in an article mostly means something else. */
        NOT_A_NAME("not-a-name");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The word in the dataset's files. */
        public String id() {
            return id;
        }
    }

    /** What a cue says of the sentence in which it stands. */
    public enum Cue {
        /** A rule is taken back or eased. */
        LIFTING("lifting"),
        NEGATION("negation"),
        DENIAL("denial"),
        /** It may happen, or is threatened or proposed. */
        HYPOTHESIS("hypothesis"),
        /** Somebody else says so. */
        QUOTATION("quotation"),
        /** States something that can be checked. */
        ASSERTION("assertion"),
        /** A figure beside it is a share. */
        SHARE("share"),
        /** What follows is what the goods are for. */
        END_USE("end-use"),
        /** The rule is one of the buying country. */
        IMPORT("import"),
        /** A date behind it is when a rule starts. */
        START("start"),
        /** A country behind it is the one that is hit. */
        TARGET("target"),
        /** A rule is made now. */
        NEW_RULE("new-rule"),
        /** What had stopped goes on again. */
        RECOVERY("recovery"),
        /** Nothing came of what happened. */
        HARMLESS("harmless"),
        /** Somebody sees to it that something goes on no more: with what it stops it is a ban, or a plant that stands still. */
        STOP("stop"),
        /** The same, said of plants and their work alone. */
        CLOSE("close"),
        /** Somebody keeps something within bounds: with what is traded it is a licence. */
        LIMIT("limit"),
        /** Somebody makes less of something: with what a plant makes it is a cut of its output. */
        LESS("less"),
        /** Goods that go out. */
        TRADE("trade"),
        /** To let goods go out; with "may not" or "no longer" it is a ban. */
        SELL("sell"),
        /** Goods that come in. */
        PURCHASE("purchase"),
        /** What a plant does. */
        OUTPUT("output"),
        /** Where it does it. */
        SITE("site"),
        /** Somebody asks or must ask for something: with an approval it is a licence. */
        NEED("need"),
        /** What an office gives. */
        APPROVAL("approval"),
        /** Somebody puts a charge on something: with a percentage it is a tariff. */
        CHARGE("charge");

        private final String id;

        Cue(String id) {
            this.id = id;
        }

        /** The word in the dataset's files. */
        public String id() {
            return id;
        }
    }

    public Word {
        means = List.copyOf(means);
        forms = List.copyOf(forms);
    }

    /** The term and its other forms. */
    public Stream<String> spellings() {
        return Stream.concat(Stream.of(term), forms.stream());
    }
}

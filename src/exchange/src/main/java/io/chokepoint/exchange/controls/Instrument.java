package io.chokepoint.exchange.controls;

import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which kind of restriction an instrument of trade policy is; those of which the model knows nothing are none. */
final class Instrument {
    /** In this order: a "licence under a quota" is a quota. */
    private static final List<Instrument> KNOWN = List.of(
            new Instrument(
                    RestrictionKinds.EXPORT_BAN,
                    "prohibition",
                    "ban",
                    "embargo",
                    "moratorium",
                    "suspension of exports"),
            new Instrument(RestrictionKinds.QUOTA, "quota"),
            new Instrument(
                    RestrictionKinds.LICENCE,
                    "licence",
                    "licens",
                    "permit",
                    "authorisation",
                    "authorization",
                    "approval"),
            new Instrument(
                    RestrictionKinds.TARIFF,
                    "export tax",
                    "export duty",
                    "export duties",
                    "surtax",
                    "fiscal tax",
                    "tariff",
                    "levy"));

    private final RestrictionKind kind;
    private final List<String> words;

    private Instrument(RestrictionKind kind, String... words) {
        this.kind = kind;
        this.words = List.of(words);
    }

    /** @param stated as a table says it, e.g. "Licensing requirement" */
    static Optional<RestrictionKind> kind(String stated) {
        String text = " " + stated.toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("\\s+", " ");
        return KNOWN.stream()
                .filter(instrument -> instrument.words.stream().anyMatch(word -> text.contains(" " + word)))
                .map(instrument -> instrument.kind)
                .findFirst();
    }
}

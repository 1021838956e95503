package io.chokepoint.study;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.EditDistance;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds what somebody means by a name: a good or a market by its id, name or another name, in any spelling. */
public final class GoodFinder {
    private static final int SUGGESTIONS = 5;

    /** A good or a market. */
    public sealed interface Found {
        String id();

        String name();
    }

    public record FoundGood(Good good) implements Found {
        @Override
        public String id() {
            return good.id();
        }

        @Override
        public String name() {
            return good.name();
        }
    }

    public record FoundMarket(Market market) implements Found {
        @Override
        public String id() {
            return market.id();
        }

        @Override
        public String name() {
            return market.name();
        }
    }

    private record Candidate(Found found, List<String> names) {
        boolean isCalled(String wanted) {
            return names.contains(wanted);
        }

        /** How far the nearest of its names is from what is wanted; a name that contains it is near. */
        int distance(String wanted) {
            return names.stream()
                    .mapToInt(name -> name.contains(wanted) ? 0 : EditDistance.of(name, wanted))
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }
    }

    private final List<Candidate> candidates = new ArrayList<>();
    /** What a message starts with. */
    private final String option;

    private final String kinds;

    /** For a name that stands alone on the command line. */
    public GoodFinder(Dataset dataset) {
        this(dataset, "", "a good or market");
    }

    /**
     * @param option whose value is looked for, such as {@code --target}
     * @param kinds what the value may name, for messages
     */
    public GoodFinder(Dataset dataset, String option, String kinds) {
        this.option = option.isEmpty() ? "" : option + ": ";
        this.kinds = kinds;
        for (Good good : dataset.goods()) {
            Stream<String> names =
                    Stream.concat(Stream.of(good.id(), good.name(), good.shortName()), good.aliases().stream());
            candidates.add(new Candidate(new FoundGood(good), plain(names)));
        }
        for (Market market : dataset.markets()) {
            candidates.add(new Candidate(new FoundMarket(market), plain(Stream.of(market.id(), market.name()))));
        }
    }

    private static List<String> plain(Stream<String> names) {
        return names.map(GoodFinder::plain)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Letters and digits only, in lower case, so that "H-100", "h100" and "H 100" are one. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** @throws ChokepointException naming the nearest ones if nothing, or more than one thing, is called so */
    public Found get(String wanted) {
        for (Candidate candidate : candidates) {
            if (candidate.found.id().equals(wanted)) {
                return candidate.found;
            }
        }
        String name = plain(wanted);
        List<Candidate> called = candidates.stream()
                .filter(candidate -> candidate.isCalled(name))
                .toList();
        if (called.size() == 1) {
            return called.getFirst().found;
        }
        if (called.size() > 1) {
            throw fault("'" + wanted + "' is the name of several goods or markets; say which one by its id: "
                    + list(called));
        }
        int near = Math.max(1, name.length() / 3);
        List<Candidate> nearest = candidates.stream()
                .filter(candidate -> !name.isEmpty() && candidate.distance(name) <= near)
                .sorted(Comparator.comparingInt((Candidate candidate) -> candidate.distance(name)))
                .limit(SUGGESTIONS)
                .toList();
        throw fault("'" + wanted + "' is not " + kinds + " of this dataset"
                + (nearest.isEmpty() ? "" : "; maybe " + list(nearest)));
    }

    private ChokepointException fault(String message) {
        return new ChokepointException(option + message);
    }

    private static String list(List<Candidate> candidates) {
        return String.join(
                ", ",
                candidates.stream()
                        .map(candidate -> candidate.found.id() + " (" + candidate.found.name() + ")")
                        .toList());
    }
}

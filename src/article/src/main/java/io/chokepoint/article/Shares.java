package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import io.chokepoint.model.Word.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shares of the world's output that a sentence states, beside the dataset's for the same maker and good. */
final class Shares {
    /** A share of a market, or of one firm's sales, is no share of the world's output. */
    private static final Pattern OF_THE_WORLD =
            Pattern.compile("\\b(?:world|global|globally|worldwide)\\b|全球|世界", Pattern.CASE_INSENSITIVE);

    /** A share of "chips" is a share of no good in particular. */
    private static final int MOST_OF_A_TAG = 6;

    private Shares() {}

    static List<ShareMatch> of(MarkedSentence sentence, Dataset dataset) {
        if (!sentence.has(Cue.SHARE)
                || !OF_THE_WORLD.matcher(sentence.sentence().text()).find()) {
            return List.of();
        }
        List<ShareMatch> found = new ArrayList<>();
        for (Passage percent : sentence.of(Kind.PERCENT)) {
            Optional<Passage> maker = nearest(sentence, percent, Kind.COUNTRY, Kind.MAKER);
            Optional<Passage> good = nearest(sentence, percent, Kind.GOOD, Kind.TAG);
            double stated = Double.parseDouble(percent.id());
            if (maker.isPresent() && good.isPresent() && stated <= 1) {
                match(sentence, dataset, percent, maker.get(), good.get(), stated)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Passage> nearest(MarkedSentence sentence, Passage percent, Kind... kinds) {
        return sentence.of(kinds).stream()
                .filter(passage -> sentence.sameClause(passage.start(), percent.start()))
                .min(Comparator.comparingInt(passage -> passage.end() <= percent.start()
                        ? sentence.words(passage.end(), percent.start())
                        : sentence.words(percent.end(), passage.start())));
    }

    /** Of several goods by that name the one of which the maker has most. */
    private static Optional<ShareMatch> match(
            MarkedSentence sentence, Dataset dataset, Passage percent, Passage maker, Passage goods, double stated) {
        ShareMatch best = null;
        List<Good> meant = dataset.goods().stream()
                .filter(good -> goods.kind() == Kind.GOOD
                        ? goods.ids().contains(good.id())
                        : goods.ids().stream().anyMatch(good::hasTag))
                .toList();
        if (goods.kind() == Kind.TAG && meant.size() > MOST_OF_A_TAG) {
            return Optional.empty();
        }
        for (Good good : meant) {
            List<Supply> theirs = dataset.suppliesOf(good).stream()
                    .filter(supply -> maker.kind() == Kind.COUNTRY
                            ? maker.ids().contains(supply.provider().country())
                            : maker.ids().contains(supply.provider().id()))
                    .toList();
            if (theirs.isEmpty()) {
                continue;
            }
            Evidence evidence = theirs.stream()
                    .max(Comparator.comparingDouble(supply -> supply.share().central()))
                    .orElseThrow()
                    .share()
                    .evidence();
            ShareMatch match = new ShareMatch(
                    sentence.sentence(),
                    stated,
                    percent.text(),
                    maker.text(),
                    good,
                    sum(theirs, -1),
                    sum(theirs, 0),
                    Math.min(1, sum(theirs, 1)),
                    evidence);
            if (best == null || match.central() > best.central()) {
                best = match;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double sum(List<Supply> supplies, int end) {
        double sum = supplies.stream()
                .map(Supply::share)
                .mapToDouble(share -> end < 0 ? share.low() : end > 0 ? share.high() : share.central())
                .sum();
        return Math.round(sum * 1e4) / 1e4;
    }
}

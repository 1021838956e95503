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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shares of the world's output that a sentence states, beside the dataset's for the same maker and good. */
final class Shares {
    /** A share of a market, or of one firm's sales, is no share of the world's output. */
    private static final Pattern OF_THE_WORLD =
            Pattern.compile("\\b(?:world|global|globally|worldwide)\\b|全球|世界", Pattern.CASE_INSENSITIVE);

    /** A share of "chips" is a share of no good in particular. */
    private static final int MOST_OF_A_TAG = 6;

    /** Between a figure and what it is a part of, with no other figure between. */
    private static final Pattern OF = Pattern.compile("^\\s*(?:of|的)(?![^,;，；]*\\band\\b)");

    private static final Pattern FROM = Pattern.compile("(?:\\b(?:from|by)(?:\\s+the)?|来自|來自|产自|產自|由)\\s*$");
    private static final Pattern IN = Pattern.compile("(?:\\b(?:in|at)(?:\\s+the)?|在)\\s*$");

    /** "Half of the Chinese market", "40 % of its revenue", "65 percent of its helium": part of one buyer's, not of the world's. */
    private static final Pattern OF_ONE =
            Pattern.compile("^\\s*(?:(?:of|in)\\s+)(?:(?!\\b(?:global|world|worldwide)\\b)[^,;.])*?"
                    + "\\b(?:market|imports?|exports|sales|revenues?|turnover|income|profits?|costs?|demand|needs|purchases|customers|orders|budget|workforce|shares|stake|value|gdp)\\b"
                    + "|^\\s*(?:stake|discount|margin|duty|tariff|tax|rate|chance|probability|increase|rise|growth|drop|fall|cut|decline)\\b"
                    + "|^\\s*的?(?:市场|进口|出口|收入|营收|销售|需求|关税|股份|利润)");

    /** "Grew by 30 %", "a rise of 10 %": a change, not a part. */
    private static final Pattern CHANGE = Pattern.compile(
            "(?:\\b(?:by|up|down|plus|minus)(?: (?:about|around|nearly|almost|over|more than|at least|some|roughly|another))?"
                    + "|\\b(?:increase|rise|growth|drop|fall|cut|decline|jump|surge|gain|reduction|tariff|duty|discount|rate|margin)s? of(?: (?:about|around|nearly|almost|over|more than|at least|some|roughly))?"
                    + "|\\b(?:rose|fell|grew|jumped|dropped|surged|climbed|gained|lost|increased|decreased|declined|slumped|soared|shrank|tumbled)(?: (?:about|around|nearly|almost|over|more than|at least|some|roughly|another))?"
                    + "|(?:增长|下降|上涨|下跌|增加|减少|上升|提高|降低)(?:了|约|近|超过)?)\\s*$");

    private static final Pattern OWN = Pattern.compile(
            "\\s*of\\s+(?:its|their|our|his|her|the company's|the country's|the group's|the firm's)\\b");

    private static final Pattern WORLD = Pattern.compile("\\b(?:world|global|globally|worldwide)\\b");

    private Shares() {}

    /** Whether the words beside a figure say that it is a share of something smaller than the world, or no share. */
    private static boolean isOfSomethingElse(MarkedSentence sentence, Passage percent) {
        String behind = sentence.after(percent.end());
        Matcher one = OF_ONE.matcher(behind);
        if (one.find() && !WORLD.matcher(behind.substring(0, one.end())).find()) {
            return true;
        }
        // "65 percent of its helium" is of one buyer's, "98 % of the world's gallium and 60 % of its germanium" of the
        // world's.
        if (OWN.matcher(behind).lookingAt()
                && !WORLD.matcher(sentence.between(sentence.clauseStart(percent.start()), percent.start()))
                        .find()) {
            return true;
        }
        // "Half of the Chinese market", "60 % of US imports": of what a country has.
        boolean ofCountry = sentence.of(Kind.COUNTRY).stream()
                .filter(country -> country.start() >= percent.end())
                .anyMatch(country -> sentence.between(percent.end(), country.start())
                        .matches("(?:of|in|的)(?: (?:the|all|total|mainland))*"));
        return ofCountry || CHANGE.matcher(sentence.near(percent.start())).find();
    }

    static List<ShareMatch> of(MarkedSentence sentence, Dataset dataset) {
        if (!sentence.has(Cue.SHARE)
                || !OF_THE_WORLD.matcher(sentence.sentence().text()).find()) {
            return List.of();
        }
        List<ShareMatch> found = new ArrayList<>();
        for (Passage percent : sentence.of(Kind.PERCENT)) {
            Optional<Passage> maker = maker(sentence, percent);
            Optional<Passage> good = good(sentence, percent);
            double stated = Double.parseDouble(percent.id());
            if (isOfSomethingElse(sentence, percent)) {
                continue;
            }
            if (maker.isPresent() && good.isPresent() && stated <= 1) {
                match(sentence, dataset, percent, maker.get(), good.get(), stated)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** "60 % of its germanium": what stands right behind the figure is what it is of, whatever good stands before it. */
    private static Optional<Passage> good(MarkedSentence sentence, Passage percent) {
        return near(sentence, percent, Kind.GOOD, Kind.TAG)
                .filter(good -> OF.matcher(sentence.between(percent.end(), good.start()))
                        .lookingAt())
                .findFirst()
                .or(() -> near(sentence, percent, Kind.GOOD, Kind.TAG).findFirst());
    }

    /** "Comes from Congo", else who stands before the figure, and who stands behind it only as a place: "is mined in Congo". */
    private static Optional<Passage> maker(MarkedSentence sentence, Passage percent) {
        return behind(sentence, percent, FROM)
                .or(() -> near(sentence, percent, Kind.COUNTRY, Kind.MAKER)
                        .filter(maker -> maker.end() <= percent.start())
                        .findFirst())
                .or(() -> behind(sentence, percent, IN));
    }

    private static Optional<Passage> behind(MarkedSentence sentence, Passage percent, Pattern link) {
        return near(sentence, percent, Kind.COUNTRY, Kind.MAKER)
                .filter(maker -> link.matcher(sentence.between(percent.end(), maker.start()))
                        .find())
                .findFirst();
    }

    private static Stream<Passage> near(MarkedSentence sentence, Passage percent, Kind... kinds) {
        return sentence.of(kinds).stream()
                .filter(passage -> sentence.sameClause(passage.start(), percent.start()))
                .sorted(Comparator.comparingInt(passage -> passage.end() <= percent.start()
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

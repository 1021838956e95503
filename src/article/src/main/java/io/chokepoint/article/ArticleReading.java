package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Claim;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Word;
import io.chokepoint.model.Word.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an article names, which rules it speaks of, and how its claims stand. Immutable.
 *
 * @param passages in the order of the text
 * @param drafts in the order in which the text first speaks of them
 * @param claims checked claims that it makes, in the order of its sentences
 * @param measures real measures of which it speaks, in the order of its sentences
 * @param shares that it states, beside the dataset's
 * @param notChecked sentences that state something that could be checked and of which the dataset knows nothing; this says nothing of
 *     whether they are true
 */
public record ArticleReading(
        Article article,
        List<Sentence> sentences,
        List<Passage> passages,
        List<Draft> drafts,
        List<ClaimMatch> claims,
        List<MeasureMatch> measures,
        List<ShareMatch> shares,
        List<Sentence> notChecked) {

    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:he|she|it|they|them|this|these|that|those|the (?:act|bill|rule|rules|measure|company|chip|platform|ban))\\b|该|这|其|他|它");

    private static final Pattern LAST_WORD = Pattern.compile("\\b(\\p{L}{3,30})[ -]\\z");

    /** "Chip exports": what is traded, in the singular. */
    private static final Pattern TRADED =
            Pattern.compile("\\b(\\p{L}{3,30})[ -](?:exports?|shipments?|sales|imports?|supplies)\\b");

    private static final int LEAST_SENTENCE = 5;

    /** A sentence of fewer letters states nothing that could be checked. */
    private static final int LEAST_STATEMENT = 12;

    public ArticleReading {
        sentences = List.copyOf(sentences);
        passages = List.copyOf(passages);
        drafts = List.copyOf(drafts);
        claims = List.copyOf(claims);
        measures = List.copyOf(measures);
        shares = List.copyOf(shares);
        notChecked = List.copyOf(notChecked);
    }

    /** Reads an article with the words of a dataset. */
    public static ArticleReading of(Article article, Dataset dataset) {
        return with(dataset).read(article);
    }

    /**
     * The same, until somebody stops it.
     *
     * @throws java.util.concurrent.CancellationException soon after the request to stop
     */
    public static ArticleReading of(Article article, Dataset dataset, RunMonitor monitor) {
        return with(dataset).read(article, monitor);
    }

    /** For several articles: the words are prepared once. */
    public static Reader with(Dataset dataset) {
        return new Reader(dataset);
    }

    /** Reads articles with the words of one dataset. Safe for use by many threads. */
    public static final class Reader {
        private final Dataset dataset;
        private final WordList words;
        private final Map<Claim, Terms> claims = new LinkedHashMap<>();
        private final Map<Control, Terms> controls = new LinkedHashMap<>();
        private final Terms.Index terms;

        private Reader(Dataset dataset) {
            this.dataset = dataset;
            this.words = new WordList(dataset);
            dataset.claims().forEach(claim -> claims.put(claim, new Terms(claim.terms())));
            dataset.controls().forEach(control -> controls.put(control, new Terms(control.terms())));
            terms = new Terms.Index(Stream.concat(claims.values().stream(), controls.values().stream()));
        }

        /** What the article names, which rules it speaks of, and how its claims stand. */
        public ArticleReading read(Article article) {
            return read(article, RunMonitor.NONE);
        }

        /**
         * The same, until somebody stops it.
         *
         * @param monitor asked sentence by sentence
         * @throws java.util.concurrent.CancellationException soon after the request to stop
         */
        public ArticleReading read(Article article, RunMonitor monitor) {
            List<MarkedSentence> marked = new ArrayList<>();
            for (Sentence sentence : article.sentences(dataset.lexicon(), monitor)) {
                monitor.checkCancelled();
                marked.add(mark(sentence));
            }
            marked = withoutIdle(marked);
            Map<Claim, List<Sentence>> made = new LinkedHashMap<>();
            Map<Control, List<Sentence>> spoken = new LinkedHashMap<>();
            Set<String> before = Set.of();
            for (MarkedSentence each : marked) {
                monitor.checkCancelled();
                Set<String> own = terms.in(each.folded());
                Set<String> wider = own;
                // A sentence that points back, with "it" or "this policy", is read with the one before it.
                if (!before.isEmpty()
                        && POINTS_BACK.matcher(each.folded().text()).find()) {
                    wider = new HashSet<>(before);
                    wider.addAll(own);
                }
                for (Map.Entry<Claim, Terms> claim : claims.entrySet()) {
                    if (claim.getValue().fit(own, wider)) {
                        made.computeIfAbsent(claim.getKey(), unused -> new ArrayList<>())
                                .add(each.sentence());
                    }
                }
                for (Map.Entry<Control, Terms> control : controls.entrySet()) {
                    if (control.getValue().fit(own, wider)) {
                        spoken.computeIfAbsent(control.getKey(), unused -> new ArrayList<>())
                                .add(each.sentence());
                    }
                }
                before = own;
            }
            List<ClaimMatch> claimed = made.entrySet().stream()
                    .map(entry -> new ClaimMatch(entry.getKey(), entry.getValue()))
                    .toList();
            List<MeasureMatch> measured = spoken.entrySet().stream()
                    .map(entry -> new MeasureMatch(entry.getKey(), entry.getValue()))
                    .toList();
            List<Draft> drafts = Drafting.of(dataset, marked, measured, monitor);
            List<ShareMatch> shares = marked.stream()
                    .flatMap(each -> Shares.of(each, dataset).stream())
                    .toList();
            return new ArticleReading(
                    article,
                    marked.stream().map(MarkedSentence::sentence).toList(),
                    marked.stream().flatMap(each -> each.passages().stream()).toList(),
                    drafts,
                    claimed,
                    measured,
                    shares,
                    notChecked(marked, claimed, measured, shares));
        }

        private MarkedSentence mark(Sentence sentence) {
            FoldedText folded = FoldedText.of(sentence.text());
            List<Passage> passages = new ArrayList<>();
            for (WordList.Hit hit : words.names(sentence.text(), folded)) {
                Word word = hit.word();
                passages.add(new Passage(
                        Kind.valueOf(word.kind().name()),
                        word.oneOf() ? List.of() : word.means(),
                        word.oneOf() ? word.means() : List.of(),
                        sentence.text().substring(hit.start(), hit.end()),
                        sentence.start() + hit.start(),
                        sentence.start() + hit.end(),
                        sentence.number()));
            }
            passages = joined(passages, sentence);
            adjuncts(passages, sentence);
            passages.addAll(Figures.in(sentence));
            passages.sort(Comparator.comparingInt(Passage::start).thenComparing(Passage::kind));
            List<WordList.Hit> cues = words.cues(sentence.text(), folded).stream()
                    .map(hit ->
                            new WordList.Hit(hit.word(), sentence.start() + hit.start(), sentence.start() + hit.end()))
                    .toList();
            return ActFinder.licensed(ActFinder.with(new MarkedSentence(sentence, passages, cues)));
        }

        /** "Chip tariffs", "magnet exports": goods in the singular right before what is done about them. */
        private void adjuncts(List<Passage> passages, Sentence sentence) {
            for (Passage act : List.copyOf(passages)) {
                if (act.kind() != Kind.INSTRUMENT) {
                    continue;
                }
                Matcher before = LAST_WORD.matcher(sentence.text()).region(0, act.start() - sentence.start());
                if (before.find()) {
                    adjunct(passages, sentence, before);
                }
            }
            Matcher traded = TRADED.matcher(sentence.text());
            while (traded.find()) {
                adjunct(passages, sentence, traded);
            }
        }

        private void adjunct(List<Passage> passages, Sentence sentence, Matcher word) {
            int start = sentence.start() + word.start(1);
            int end = sentence.start() + word.end(1);
            if (passages.stream().noneMatch(other -> other.start() < end && start < other.end())) {
                words.plural(word.group(1))
                        .ifPresent(good -> passages.add(new Passage(
                                Kind.valueOf(good.kind().name()),
                                good.means(),
                                List.of(),
                                word.group(1),
                                start,
                                end,
                                sentence.number())));
            }
        }

        /** "H20 chips" is one thing, not the H20 and all chips. */
        private List<Passage> joined(List<Passage> passages, Sentence sentence) {
            List<Passage> joined = new ArrayList<>();
            for (Passage passage : passages) {
                Passage last = joined.isEmpty() ? null : joined.getLast();
                if (last != null
                        && last.kind().isGoods()
                        && passage.kind() == Kind.TAG
                        && sentence.text()
                                .substring(last.end() - sentence.start(), passage.start() - sentence.start())
                                .isBlank()
                        && passage.start() - last.end() <= 1
                        && goods(passage).containsAll(goods(last))) {
                    joined.set(
                            joined.size() - 1,
                            new Passage(
                                    last.kind(),
                                    last.ids(),
                                    last.candidates(),
                                    sentence.text()
                                            .substring(
                                                    last.start() - sentence.start(), passage.end() - sentence.start()),
                                    last.start(),
                                    passage.end(),
                                    sentence.number()));
                } else {
                    joined.add(passage);
                }
            }
            return joined;
        }

        private Set<String> goods(Passage passage) {
            return passage.kind() == Kind.GOOD
                    ? Set.copyOf(passage.ids())
                    : dataset.goods().stream()
                            .filter(good -> passage.ids().stream().anyMatch(good::hasTag))
                            .map(Good::id)
                            .collect(Collectors.toSet());
        }

        /** A ban or a fire is one of ours only where something of ours is named in the sentence or the one before. */
        private static List<MarkedSentence> withoutIdle(List<MarkedSentence> sentences) {
            List<MarkedSentence> kept = new ArrayList<>();
            boolean namedBefore = false;
            for (MarkedSentence each : sentences) {
                boolean named = each.passages().stream()
                        .anyMatch(passage -> passage.kind().isEntity());
                kept.add(named || namedBefore ? each : each.withoutInstruments());
                // A number of a list may be a sentence of its own: it ends no topic.
                namedBefore = named || namedBefore && each.sentence().text().length() <= LEAST_SENTENCE;
            }
            return kept;
        }

        private static List<Sentence> notChecked(
                List<MarkedSentence> sentences,
                List<ClaimMatch> claims,
                List<MeasureMatch> measures,
                List<ShareMatch> shares) {
            Set<Sentence> known = new HashSet<>();
            claims.forEach(match -> known.addAll(match.sentences()));
            measures.forEach(match -> known.addAll(match.sentences()));
            shares.forEach(match -> known.add(match.sentence()));
            return sentences.stream()
                    .filter(each -> !known.contains(each.sentence()) && statesSomething(each))
                    .map(MarkedSentence::sentence)
                    .toList();
        }

        private static boolean statesSomething(MarkedSentence sentence) {
            String text = sentence.sentence().text();
            boolean asks = text.endsWith("?") || text.endsWith("？");
            boolean names = sentence.passages().stream()
                    .anyMatch(passage -> passage.kind().isEntity());
            boolean figure = sentence.passages().stream()
                    .anyMatch(passage -> passage.kind().isFigure());
            return !asks
                    && text.length() >= LEAST_STATEMENT
                    && names
                    && (figure
                            || sentence.has(Cue.ASSERTION)
                            || !sentence.of(Kind.INSTRUMENT).isEmpty());
        }
    }
}

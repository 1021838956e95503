package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which goods an instrument is about, and what they are for. */
final class GoodsFinder {
    private static final Pattern REFERS_BACK = Pattern.compile(
            "^(?:exports?|shipments?|sales|deliveries|exporters)\\b|\\b(?:it|they|them|each|these|this|those|the (?:\\w+ )?(?:two|three|four|chips?|metals?|minerals?|elements?|gas(?:es)?|materials?|measures?|rules?|bans?|licen[cs]es?|permits?|controls?|curbs?|restrictions?|exports?|"
                    + "shipments?|products?|goods|move|requirements?|quotas?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|embargo|items?|tools?|machines?|equipment|powders?|powder|parts|components)|such|applications?)\\b|该|其|上述|这|申请|本公告|许可|禁止|出口");
    private static final Pattern PLACE = Pattern.compile(
            "(?:chip |semiconductor |wafer |memory )?(?:fabs?|foundr(?:y|ies)|fabrication plants?)|晶圆厂|晶圓廠");
    private static final Pattern MAKER = Pattern.compile(
            "\\s*(?:makers?|firms?|compan(?:y|ies)|giants?|producers?|manufacturers?|industry|sector|designers?|start ?ups?|miners?|champions?|stocks|executives?|shares)\\b");

    private static final int END_USE_WORDS = 6;
    private static final int AFTER_WORDS = 12;

    private final Surroundings around;
    private final MarkedSentence sentence;
    private final Passage instrument;

    GoodsFinder(Surroundings around) {
        this.around = around;
        this.sentence = around.sentence;
        this.instrument = around.instrument;
    }

    /** A passage that says what the goods are for: there is a cue before it, and other goods in the sentence. */
    Optional<Passage> endUse() {
        List<Passage> tags =
                sentence.of(Kind.TAG).stream().filter(this::isForUse).toList();
        List<Passage> goods =
                sentence.passages().stream().filter(p -> p.kind().isGoods()).toList();
        return goods.size() <= tags.size()
                ? Optional.empty()
                : tags.stream().reduce((one, other) -> narrower(one, other));
    }

    /** Of "logic chips" and "14 nm" the one with a figure. */
    private static Passage narrower(Passage one, Passage other) {
        return Character.isDigit(other.text().charAt(0))
                        || !Character.isDigit(one.text().charAt(0))
                ? other
                : one;
    }

    /** "Three materials used in chips" are not the chips, even where they are named elsewhere. */
    private boolean isUsedIn(Passage passage) {
        return sentence.cues(Cue.END_USE).stream()
                .filter(cue ->
                        !FoldedText.fold(sentence.text(cue.start(), cue.end())).equals("for"))
                .anyMatch(cue -> cue.end() <= passage.start()
                        && cue.start() >= instrument.end()
                        && sentence.sameClause(cue.start(), passage.start())
                        && sentence.words(cue.end(), passage.start()) <= END_USE_WORDS);
    }

    private boolean isForUse(Passage passage) {
        List<Passage> goods =
                sentence.passages().stream().filter(p -> p.kind().isGoods()).toList();
        return sentence.cues(Cue.END_USE).stream().anyMatch(cue -> {
            if (cue.end() > passage.start()
                    || !sentence.sameClause(cue.start(), passage.start())
                    || sentence.between(cue.end(), passage.start()).contains(",")
                    || sentence.words(cue.end(), passage.start()) > END_USE_WORDS) {
                return false;
            }
            boolean isFor =
                    FoldedText.fold(sentence.text(cue.start(), cue.end())).equals("for");
            boolean behindInstrument = isFor
                    && sentence.of(Kind.INSTRUMENT).stream()
                            .anyMatch(act -> act.end() <= cue.start() && sentence.words(act.end(), cue.start()) == 0);
            boolean nothingBetween = goods.stream()
                    .noneMatch(other -> other.start() >= cue.end()
                            && other.end() <= passage.start()
                            && !Character.isDigit(passage.text().charAt(0)));
            boolean opensOrFollowsGoods = !isFor
                    || cue.start() == sentence.sentence().start()
                    || goods.stream().anyMatch(other -> other.end() <= cue.start());
            return !behindInstrument
                    && opensOrFollowsGoods
                    && (nothingBetween || goodsAreNodes(goods, cue.end(), passage));
        });
    }

    private static boolean goodsAreNodes(List<Passage> goods, int from, Passage passage) {
        return goods.stream()
                .filter(other -> other.start() >= from && other.end() <= passage.start())
                .allMatch(other -> Character.isDigit(other.text().charAt(0)));
    }

    List<Passage> goods(Optional<Passage> endUse) {
        List<Passage> all = sentence.passages().stream()
                .filter(passage -> passage.kind().isGoods() && !isPlace(passage) && !isOfMaker(passage))
                .filter(passage -> endUse.isEmpty() ? !isUsedIn(passage) : !isForUse(passage))
                .filter(passage -> !(endUse.isPresent()
                        && passage.ids().equals(endUse.get().ids())))
                .toList();
        List<Passage> near = all.stream()
                .filter(passage -> sentence.sameClause(passage.start(), instrument.start()))
                .toList();
        List<Passage> found = chosen(near.isEmpty() ? all : near);
        if (!found.isEmpty()) {
            return found;
        }
        if (Roles.isEvent(instrument) || instrument.id().equals("entity-list") || !refersBack()) {
            return List.of();
        }
        String remark = "The goods are taken from the sentence before.";
        List<Passage> earlier = around.context(Kind.GOOD, around.isOneTopic() ? Roles.ONE_TOPIC : remark);
        return earlier.isEmpty()
                ? around.context(Kind.TAG, remark).stream()
                        .filter(tag -> !Character.isDigit(tag.text().charAt(0)))
                        .limit(1)
                        .toList()
                : earlier;
    }

    /** A rule is about what goes "to their fabs" or "keeps existing fabs running", not about the fabs. */
    private boolean isPlace(Passage passage) {
        return !Roles.isEvent(instrument)
                && PLACE.matcher(FoldedText.fold(passage.text())).matches();
    }

    /** "China's top memory maker", "the chip industry": the goods say who it is, not what is ruled. */
    private boolean isOfMaker(Passage passage) {
        return !Roles.isEvent(instrument)
                && MAKER.matcher(sentence.after(passage.end())).lookingAt();
    }

    /** Whether the sentence speaks of something that was named before. */
    private boolean refersBack() {
        return REFERS_BACK
                .matcher(sentence.between(
                        sentence.sentence().start(), sentence.sentence().end()))
                .find();
    }

    /** Those right before the instrument ("the rare-earth ban"), else those behind it, else those before it. */
    private List<Passage> chosen(List<Passage> goods) {
        List<Passage> adjacent = goods.stream()
                .filter(good -> good.end() <= instrument.start() && sentence.words(good.end(), instrument.start()) == 0)
                .toList();
        int next = sentence.of(Kind.INSTRUMENT).stream()
                .filter(other ->
                        other.start() >= instrument.end() && !other.ids().equals(instrument.ids()))
                .mapToInt(Passage::start)
                .min()
                .orElse(Integer.MAX_VALUE);
        int last = sentence.of(Kind.INSTRUMENT).stream()
                .filter(other ->
                        other.end() <= instrument.start() && !other.ids().equals(instrument.ids()))
                .mapToInt(Passage::end)
                .max()
                .orElse(Integer.MIN_VALUE);
        List<Passage> behind = goods.stream()
                .filter(good -> good.start() >= instrument.end() && good.end() <= next)
                .toList();
        // The first must be near; what is listed with it may go on.
        List<Passage> after = behind.isEmpty()
                        || sentence.words(instrument.end(), behind.getFirst().start()) > AFTER_WORDS
                ? List.of()
                : behind;
        List<Passage> ahead = goods.stream()
                .filter(good -> good.end() <= instrument.start() && good.start() >= last)
                .toList();
        if (!adjacent.isEmpty()) {
            return around.coordinated(adjacent, ahead);
        }
        if (!after.isEmpty() && !Roles.isEvent(instrument)) {
            return around.coordinated(after.subList(0, 1), after);
        }
        // "more advanced than the H20, and when sanctions against firms": the goods are not what is listed.
        if (instrument.id().equals("entity-list")) {
            return List.of();
        }
        if (!ahead.isEmpty()) {
            return around.coordinated(ahead.subList(ahead.size() - 1, ahead.size()), ahead);
        }
        return after.isEmpty()
                ? (goods.isEmpty() ? List.of() : around.coordinated(List.of(around.nearest(goods)), goods))
                : around.coordinated(after.subList(0, 1), after);
    }
}

package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Goods that stand below a sentence, as bullets or as rows of a table. */
final class Listing {
    private static final Pattern ITEM =
            Pattern.compile("[-–•*·▪|]\\s?|\\(?(?:\\d{1,2}|[a-z])[.)]\\s|[（(]?[一二三四五六七八九十]{1,2}[、）)]");

    /** More are no list of one rule. */
    private static final int MOST = 60;

    /** Rows between a head and the first goods: the head of a table and its rule. */
    private static final int MOST_HEADS = 2;

    private Listing() {}

    /** @param instrument that of the head, as if it stood at the start of the item */
    record Item(MarkedSentence sentence, Passage instrument, List<Passage> goods) {}

    /** The items right below a sentence; none where they speak of rules of their own, or name no goods. */
    static List<MarkedSentence> under(List<MarkedSentence> sentences, int head) {
        List<MarkedSentence> items = new ArrayList<>();
        int goods = 0;
        for (int i = head + 1; i < Math.min(sentences.size(), head + MOST); i++) {
            MarkedSentence next = sentences.get(i);
            if (!ITEM.matcher(next.sentence().text()).lookingAt()
                    || ITEM.matcher(sentences.get(head).sentence().text()).lookingAt()
                    || !next.of(Kind.INSTRUMENT).isEmpty()
                    || goods(next).isEmpty() && goods == 0 && items.size() >= MOST_HEADS) {
                break;
            }
            goods += goods(next).size();
            items.add(next);
        }
        return goods == 0 ? List.of() : items;
    }

    /** Items with figures are rules of their own; all others together are the goods of one. */
    static List<Item> items(List<MarkedSentence> sentences, Passage instrument) {
        boolean figures = sentences.stream()
                .anyMatch(
                        item -> !item.of(Kind.PERCENT).isEmpty() && !goods(item).isEmpty());
        List<Item> items = new ArrayList<>();
        List<Passage> all = new ArrayList<>();
        for (MarkedSentence sentence : sentences) {
            if (figures && !goods(sentence).isEmpty()) {
                items.add(new Item(sentence, opening(sentence, instrument), goods(sentence)));
            }
            all.addAll(goods(sentence));
        }
        return figures
                ? items
                : List.of(new Item(sentences.getFirst(), opening(sentences.getFirst(), instrument), all));
    }

    private static List<Passage> goods(MarkedSentence sentence) {
        return sentence.of(Kind.GOOD, Kind.TAG);
    }

    private static Passage opening(MarkedSentence sentence, Passage instrument) {
        int start = sentence.sentence().start();
        return instrument.at(
                start,
                Math.min(start + 1, sentence.sentence().end()),
                sentence.sentence().number());
    }
}

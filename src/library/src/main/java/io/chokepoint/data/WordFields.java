package io.chokepoint.data;

import io.chokepoint.data.ParsedScenario.Placed;
import io.chokepoint.model.Activity;
import io.chokepoint.model.DatasetWords;
import io.chokepoint.model.Good;
import io.chokepoint.model.HeadlineGoods;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.scenario.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the descriptor says of the dataset's words: {@code headline}, the goods that an answer speaks of first, and {@code names},
 * how goods' names stand inside a sentence, and {@code questions}, which the window begins with. All may be missing.
 *
 * @param properNames first words that keep their capital
 * @param inFront what stands after the comma of a name and goes in front
 * @param questions by the id of the scenario that answers each
 */
record WordFields(
        Optional<Headline> headline, Set<String> properNames, Set<String> inFront, Map<String, String> questions) {
    static final WordFields NONE = new WordFields(Optional.empty(), Set.of(), Set.of(), Map.of());

    /** A good is selected by its own words; who makes it plays no part. */
    private static final Provider NOBODY = new Provider("", "", ProviderType.REST, "");

    /** The selectors of {@code headline} and the words for what they select. */
    record Headline(
            List<Placed<Selector>> select,
            List<Placed<Selector>> secondary,
            List<Placed<Selector>> columns,
            String one,
            String many) {

        /** All selectors with their places, for checks. */
        List<Placed<Selector>> selectors() {
            List<Placed<Selector>> all = new ArrayList<>(select);
            all.addAll(secondary);
            all.addAll(columns);
            return all;
        }
    }

    static WordFields read(Fields own) {
        Optional<Headline> headline = own.object("headline").map(WordFields::headline);
        Optional<Fields> names = own.object("names");
        Set<String> proper = new LinkedHashSet<>();
        Set<String> inFront = new LinkedHashSet<>();
        names.ifPresent(fields -> {
            proper.addAll(fields.texts("proper"));
            inFront.addAll(fields.texts("inFront"));
            fields.refuseOthers();
        });
        return new WordFields(headline, proper, inFront, questions(own));
    }

    private static Map<String, String> questions(Fields own) {
        Map<String, String> questions = new LinkedHashMap<>();
        for (Fields question : own.objects("questions")) {
            String scenario = question.requiredText("scenario").strip();
            String text = question.requiredText("text").strip();
            if (questions.put(scenario, text) != null) {
                question.error("scenario", "'" + scenario + "' has a question already; expected one each.");
            }
            question.refuseOthers();
        }
        return questions;
    }

    private static Headline headline(Fields fields) {
        Headline headline = new Headline(
                selectors(fields, "select"),
                fields.has("secondary") ? selectors(fields, "secondary") : List.of(),
                fields.has("columns") ? selectors(fields, "columns") : List.of(),
                fields.requiredText("one").strip(),
                fields.requiredText("many").strip());
        fields.refuseOthers();
        return headline;
    }

    private static List<Placed<Selector>> selectors(Fields fields, String name) {
        SelectorList list = SelectorList.read(fields, name);
        List<Placed<Selector>> placed = new ArrayList<>();
        for (int i = 0; i < list.selectors().size(); i++) {
            Selector selector = list.selectors().get(i);
            List<Selector.Term> others = selector.terms().stream()
                    .filter(term -> !isAboutGoods(term))
                    .toList();
            if (others.isEmpty()) {
                placed.add(Placed.at(list.paths().get(i), selector));
            } else {
                fields.error(
                        name,
                        "'" + others.getFirst().text()
                                + "' is not about goods; expected terms with good:, tag:, kind: or" + " stage: only.");
            }
        }
        return placed;
    }

    private static boolean isAboutGoods(Selector.Term term) {
        return term.side() == Selector.Side.MAKER
                && switch (term.field()) {
                    case GOOD, TAG, KIND, STAGE -> true;
                    case PROVIDER, COUNTRY, MARKET -> false;
                };
    }

    /** Whether a selector of goods selects this one. */
    static boolean selects(Selector selector, Good good) {
        return selector.matchesMaker(new Activity(good, NOBODY));
    }

    /** The words with their selectors resolved. */
    DatasetWords resolve(Collection<Good> goods) {
        DatasetWords words = DatasetWords.NONE.withNames(properNames, inFront).withQuestions(questions);
        if (headline.isEmpty()) {
            return words;
        }
        Set<Good> all = selected(headline.get().select(), goods);
        Set<Good> secondary = selected(headline.get().secondary(), all);
        Set<Good> primary = new LinkedHashSet<>(all);
        primary.removeAll(secondary);
        Set<Good> columns = headline.get().columns().isEmpty()
                ? primary
                : selected(headline.get().columns(), primary);
        return words.withHeadline(new HeadlineGoods(
                all, secondary, columns, headline.get().one(), headline.get().many()));
    }

    private static Set<Good> selected(List<Placed<Selector>> selectors, Collection<Good> among) {
        Set<Good> goods = new LinkedHashSet<>();
        for (Good good : among) {
            if (selectors.stream().anyMatch(placed -> selects(placed.value(), good))) {
                goods.add(good);
            }
        }
        return goods;
    }
}
